/** The sound of recordings: computed like the calls, and never stored. */
@NullMarked
package io.ipbx.mock.pbx.audio;

import org.jspecify.annotations.NullMarked;
