/** What came of a run, as it is written to files and judged. */
@NullMarked
package io.ipbx.load.result;

import org.jspecify.annotations.NullMarked;
