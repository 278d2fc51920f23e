/** What a test holds in its hands: the clock and the counters. */
@NullMarked
package io.ipbx.mock.control;

import org.jspecify.annotations.NullMarked;
