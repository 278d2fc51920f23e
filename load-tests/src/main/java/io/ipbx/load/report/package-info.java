/** Results as people and machines read them: HTML, JUnit XML, Markdown. */
@NullMarked
package io.ipbx.load.report;

import org.jspecify.annotations.NullMarked;
