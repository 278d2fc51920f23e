/** The mock in JUnit Jupiter tests. */
@NullMarked
package io.ipbx.mock.junit5;

import org.jspecify.annotations.NullMarked;
