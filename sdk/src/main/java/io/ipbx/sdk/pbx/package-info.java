/** The groups of the IPBX API and their records. */
@NullMarked
package io.ipbx.sdk.pbx;

import org.jspecify.annotations.NullMarked;
