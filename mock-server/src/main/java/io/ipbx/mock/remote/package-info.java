/** The control API: the mock in a test's hands, over HTTP. One class for each resource. */
@NullMarked
package io.ipbx.mock.remote;

import org.jspecify.annotations.NullMarked;
