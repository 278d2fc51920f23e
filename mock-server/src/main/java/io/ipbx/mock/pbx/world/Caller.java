package io.ipbx.mock.pbx.world;

/**
 * Someone on the outside.
 *
 * @param organization empty for a private person
 * @param person empty when nobody knows who it is
 */
public record Caller(String number, String organization, String person) {}
