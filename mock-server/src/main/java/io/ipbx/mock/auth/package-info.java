/** The auth server: grants, sessions, rotation, signing and the error table. */
@NullMarked
package io.ipbx.mock.auth;

import org.jspecify.annotations.NullMarked;
