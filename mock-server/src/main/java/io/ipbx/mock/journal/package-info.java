/** Remembers a bounded number of requests, with their secrets masked when they are shown. */
@NullMarked
package io.ipbx.mock.journal;

import org.jspecify.annotations.NullMarked;
