package io.ipbx.mock;

/** Which published version of the service a mock follows where nothing else is said. */
public enum Preset {
  /** One hour of token, scope optional: version 11 of the introduction page. */
  WIKI_V11,
  /** 50 minutes of token, {@code openid} asked for: the newer service. */
  CURRENT
}
