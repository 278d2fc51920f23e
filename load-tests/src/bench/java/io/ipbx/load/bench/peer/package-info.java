/** Ways to a valid token: ours and others', each as its own users go it. */
@NullMarked
package io.ipbx.load.bench.peer;

import org.jspecify.annotations.NullMarked;
