/** The mock server: start it, ask it for its URL, its clock, its accesses and its counters. */
@ModuleGen(name = "ipbx-mock", groupPackage = "io.ipbx")
@NullMarked
package io.ipbx.mock;

import io.vertx.codegen.annotations.ModuleGen;
import org.jspecify.annotations.NullMarked;
