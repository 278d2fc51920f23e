package io.ipbx.sdk;

/**
 * Told of what happens to calls of the API, on the thread where it happens: be quick and do not
 * block. What it throws is ignored.
 */
@FunctionalInterface
public interface CallListener {

  void onEvent(CallEvent event);
}
