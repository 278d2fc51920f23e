/** The client behind the interface: the way of one API call. */
@NullMarked
package io.ipbx.sdk.impl;

import org.jspecify.annotations.NullMarked;
