/** What the tests stand on: a server that follows a script, time that is moved by hand. */
package io.ipbx.sdk.testing;
