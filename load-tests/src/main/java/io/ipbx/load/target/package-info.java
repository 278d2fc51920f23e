/** Where the load goes: a mock, or a real server. */
@NullMarked
package io.ipbx.load.target;

import org.jspecify.annotations.NullMarked;
