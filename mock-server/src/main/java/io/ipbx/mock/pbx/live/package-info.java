/** What changes in a world: calls that go on, profiles, recordings that are gone. */
@NullMarked
package io.ipbx.mock.pbx.live;

import org.jspecify.annotations.NullMarked;
