/** The parts put together behind one port. */
@NullMarked
package io.ipbx.mock.impl;

import org.jspecify.annotations.NullMarked;
