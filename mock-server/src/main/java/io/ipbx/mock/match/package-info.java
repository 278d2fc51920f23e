/** How what a test writes down is compared with what is there. */
@NullMarked
package io.ipbx.mock.match;

import org.jspecify.annotations.NullMarked;
