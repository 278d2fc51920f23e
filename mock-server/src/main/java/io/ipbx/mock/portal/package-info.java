/** API accesses and the users they may impersonate, as the portal keeps them. */
@NullMarked
package io.ipbx.mock.portal;

import org.jspecify.annotations.NullMarked;
