/** The README's demo: one refresh for ten thousand callers. */
@NullMarked
package io.ipbx.load.demo;

import org.jspecify.annotations.NullMarked;
