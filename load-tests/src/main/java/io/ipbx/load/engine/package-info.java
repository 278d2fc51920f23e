/** Generates load and times it: knows nothing of tokens. */
@NullMarked
package io.ipbx.load.engine;

import org.jspecify.annotations.NullMarked;
