/** Meters of a client, for applications that have Micrometer. */
@NullMarked
package io.ipbx.sdk.micrometer;

import org.jspecify.annotations.NullMarked;
