/** What a mock's state is made of: parts that are reset, put aside and put back. */
@NullMarked
package io.ipbx.mock.state;

import org.jspecify.annotations.NullMarked;
