/** What the load tests themselves cost. */
@NullMarked
package io.ipbx.load.bench;

import org.jspecify.annotations.NullMarked;
