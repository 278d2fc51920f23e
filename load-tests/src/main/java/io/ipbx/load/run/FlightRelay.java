package io.ipbx.load.run;

import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenListener;

/** Passes events on to a listener that comes later than the client. */
final class FlightRelay implements TokenListener {

  private volatile TokenListener listener = event -> {};

  void to(TokenListener later) {
    this.listener = later;
  }

  @Override
  public void onEvent(TokenEvent event) {
    listener.onEvent(event);
  }
}
