/** What an application may put in place of our own: time, and where tokens are kept. */
@NullMarked
package io.ipbx.sdk.spi;

import org.jspecify.annotations.NullMarked;
