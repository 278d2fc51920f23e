package io.ipbx.sdk.storm;

import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.TokenListener;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose requests the clients gave up, because their time was up or that of the flight. A server
 * that is busy learns of it late: it may read the next one before, and answer both.
 */
final class GivenUp implements TokenListener {

  private final Set<String> whose = ConcurrentHashMap.newKeySet();

  @Override
  public void onEvent(TokenEvent event) {
    if (event instanceof TokenEvent.GrantEnded end && isGivenUp(end.failure())) {
      TokenIdentity identity = event.identity();
      whose.add(Objects.requireNonNullElse(identity.subject(), identity.username()));
    }
  }

  private static boolean isGivenUp(@Nullable IpbxException failure) {
    return failure instanceof RequestTimeoutException || failure instanceof ClientClosedException;
  }

  boolean includes(RecordedRequest request) {
    String identity = String.valueOf(request.identity());
    return whose.contains(identity.substring(identity.indexOf('→') + 1));
  }

  void clear() {
    whose.clear();
  }
}
