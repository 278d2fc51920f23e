/** The REST API's two reads that any access may use: call log and switchboards. */
@NullMarked
package io.ipbx.mock.rest;

import org.jspecify.annotations.NullMarked;
