/**
 * The way of a request through the mock: one {@link io.ipbx.mock.wire.HttpExchange} each, which all
 * parts share, with the places where faults act and where the journal looks on.
 */
@NullMarked
package io.ipbx.mock.wire;

import org.jspecify.annotations.NullMarked;
