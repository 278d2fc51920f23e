package io.ipbx.mock.auth;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers in the forms Keycloak gives them; random enough for a mock, and cheap. */
final class Ids {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Ids() {}

  static String uuid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }

  /** A UUID, or 24 characters of Base64 from version 26 on. */
  static String session(MockSettings settings) {
    if (settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC) {
      return uuid();
    }
    byte[] bytes = new byte[18];
    ThreadLocalRandom.current().nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }
}
