/** The token engine: one flight per identity, its grants and its landing. */
@NullMarked
package io.ipbx.sdk.auth.impl;

import org.jspecify.annotations.NullMarked;
