package io.ipbx.mock.pbx.world;

/** A PBX of the world. */
public record Switchboard(int id, String name, String host, String version) {}
