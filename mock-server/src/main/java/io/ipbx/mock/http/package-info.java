/** What all APIs of the mock have in common: routing from a contract, rights, the error shape. */
@NullMarked
package io.ipbx.mock.http;

import org.jspecify.annotations.NullMarked;
