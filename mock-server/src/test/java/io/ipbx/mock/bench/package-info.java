/** What the benchmark scripts measure the mock against. */
package io.ipbx.mock.bench;
