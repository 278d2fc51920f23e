/** Faults at work: which rules a request meets, what they decide together, and how it is done. */
@NullMarked
package io.ipbx.mock.fault;

import org.jspecify.annotations.NullMarked;
