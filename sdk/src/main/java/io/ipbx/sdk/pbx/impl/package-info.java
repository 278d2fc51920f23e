/** How the groups speak to the wire. */
@NullMarked
package io.ipbx.sdk.pbx.impl;

import org.jspecify.annotations.NullMarked;
