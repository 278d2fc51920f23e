/** The command line of the load tests. */
@NullMarked
package io.ipbx.load;

import org.jspecify.annotations.NullMarked;
