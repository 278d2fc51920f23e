/** Credentials and tokens: what a caller of the token engine sees. */
@NullMarked
package io.ipbx.sdk.auth;

import org.jspecify.annotations.NullMarked;
