/** Clients under load: the SDK, and peers beside it. */
@NullMarked
package io.ipbx.load.client;

import org.jspecify.annotations.NullMarked;
