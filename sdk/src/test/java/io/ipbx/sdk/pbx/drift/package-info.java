/** Holds every method of the groups against the contract, by what goes over the wire. */
package io.ipbx.sdk.pbx.drift;
