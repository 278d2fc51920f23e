/** What is put to the test: scenarios, what they are made of, and what is expected of them. */
@NullMarked
package io.ipbx.load.scenario;

import org.jspecify.annotations.NullMarked;
