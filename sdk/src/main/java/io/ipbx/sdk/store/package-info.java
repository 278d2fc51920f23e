/** Where tokens can be kept: this process, a Vert.x cluster, Redis; in the clear or encrypted. */
@NullMarked
package io.ipbx.sdk.store;

import org.jspecify.annotations.NullMarked;
