/** A mock and a plain HTTP client that knows nothing of it. */
package io.ipbx.mock.testing;
