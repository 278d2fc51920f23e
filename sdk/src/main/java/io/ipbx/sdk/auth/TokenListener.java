package io.ipbx.sdk.auth;

/**
 * Told of what happens to tokens, on the thread where it happens: be quick and do not block. What
 * it throws, errors included, is ignored.
 */
@FunctionalInterface
public interface TokenListener {

  void onEvent(TokenEvent event);
}
