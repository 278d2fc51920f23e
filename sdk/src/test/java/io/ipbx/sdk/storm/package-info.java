/** Clients and a mock with every fault it has, and what must hold all the same. */
package io.ipbx.sdk.storm;
