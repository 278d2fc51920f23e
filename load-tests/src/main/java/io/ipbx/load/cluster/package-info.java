/** Runs over several processes: agents in a Vert.x cluster, and who leads them. */
@NullMarked
package io.ipbx.load.cluster;

import org.jspecify.annotations.NullMarked;
