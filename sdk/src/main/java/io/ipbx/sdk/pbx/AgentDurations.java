package io.ipbx.sdk.pbx;

/** Totals in seconds. */
public record AgentDurations(
    double incomingCalls, double outgoingCalls, double pauses, double login, double idle) {}
