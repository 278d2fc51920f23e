/** The IPBX API: one class for each operation of its contract, over a world that is computed. */
@NullMarked
package io.ipbx.mock.pbx;

import org.jspecify.annotations.NullMarked;
