package io.ipbx.mock.control;

/** Over what a rule counts requests. */
public enum FaultCount {
  /** All that fit, in the order of their arrival. */
  ALL,
  /** Those of each identity by themselves. */
  IDENTITY
}
