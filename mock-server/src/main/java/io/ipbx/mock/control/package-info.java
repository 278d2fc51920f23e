/** What a test holds in its hands: clock, counters, journal and verification. */
@NullMarked
package io.ipbx.mock.control;

import org.jspecify.annotations.NullMarked;
