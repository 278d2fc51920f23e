/**
 * What can be said about a mock, once: the command line, the environment, the file, its schema and
 * the check of the options all read it here.
 */
@NullMarked
package io.ipbx.mock.config;

import org.jspecify.annotations.NullMarked;
