/** The page on which the APIs can be read and tried. */
@NullMarked
package io.ipbx.mock.documentation;

import org.jspecify.annotations.NullMarked;
