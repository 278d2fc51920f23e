/** Runs scenarios and judges what came of them. */
@NullMarked
package io.ipbx.load.run;

import org.jspecify.annotations.NullMarked;
