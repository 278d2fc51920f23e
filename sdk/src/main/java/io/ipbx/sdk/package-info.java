/** The client of the IPBX API. */
@ModuleGen(name = "ipbx-sdk", groupPackage = "io.ipbx")
@NullMarked
package io.ipbx.sdk;

import io.vertx.codegen.annotations.ModuleGen;
import org.jspecify.annotations.NullMarked;
