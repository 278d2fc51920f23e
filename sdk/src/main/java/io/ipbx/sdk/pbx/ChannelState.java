package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a channel does, as Asterisk names it. A value, not an enum, so that one this client does not
 * know survives.
 *
 * @param wire as the API writes it
 */
public record ChannelState(@JsonValue String wire) {

  public static final ChannelState DOWN = new ChannelState("Down");
  public static final ChannelState RESERVED = new ChannelState("Rsrvd");
  public static final ChannelState OFF_HOOK = new ChannelState("OffHook");
  public static final ChannelState DIALING = new ChannelState("Dialing");
  public static final ChannelState RING = new ChannelState("Ring");
  public static final ChannelState RINGING = new ChannelState("Ringing");
  public static final ChannelState UP = new ChannelState("Up");
  public static final ChannelState BUSY = new ChannelState("Busy");

  /** Another spelling that occurs beside {@link #OFF_HOOK}. */
  public static final ChannelState OFFHOOK = new ChannelState("Offhook");

  public static final ChannelState PRE_RING = new ChannelState("Pre-ring");
  public static final ChannelState UNKNOWN = new ChannelState("Unknown");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ChannelState {}

  @Override
  public String toString() {
    return wire;
  }
}
