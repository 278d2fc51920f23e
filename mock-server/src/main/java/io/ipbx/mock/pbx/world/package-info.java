/** Who works at the switchboards and what they have been through: computed from a seed. */
@NullMarked
package io.ipbx.mock.pbx.world;

import org.jspecify.annotations.NullMarked;
