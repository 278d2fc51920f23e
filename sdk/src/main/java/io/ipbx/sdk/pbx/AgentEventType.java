package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What an agent did. A value, not an enum, so that one this client does not know survives.
 *
 * @param wire as the API writes it
 */
public record AgentEventType(@JsonValue String wire) {

  public static final AgentEventType UNPAUSE = new AgentEventType("UNPAUSE");
  public static final AgentEventType PAUSE = new AgentEventType("PAUSE");
  public static final AgentEventType ADDMEMBER = new AgentEventType("ADDMEMBER");
  public static final AgentEventType REMOVEMEMBER = new AgentEventType("REMOVEMEMBER");
  public static final AgentEventType ADDMEMBEREXTEN = new AgentEventType("ADDMEMBEREXTEN");
  public static final AgentEventType COMPLETEAGENT = new AgentEventType("COMPLETEAGENT");
  public static final AgentEventType COMPLETECALLER = new AgentEventType("COMPLETECALLER");
  public static final AgentEventType MEMBERSTATUS = new AgentEventType("MEMBERSTATUS");
  public static final AgentEventType MEMBERPRESENCE = new AgentEventType("MEMBERPRESENCE");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AgentEventType {}

  @Override
  public String toString() {
    return wire;
  }
}
