package io.ipbx.sdk.auth.impl;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Keeps what a server repeats of our secrets out of what is said about its answers. */
public final class Secrets {

  private Secrets() {}

  /** Whether {@code text} holds {@code secret}: as it is, URL-encoded or within a base64 text. */
  public static boolean repeats(String text, String secret) {
    return text.contains(secret) || repeatsUrlEncoded(text, secret) || repeatsEncoded(text, secret);
  }

  /** A blank is encoded in two ways, and the digits of others in either case. */
  private static boolean repeatsUrlEncoded(String text, String secret) {
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains(encoded) || lower.contains(encoded.replace("+", "%20"));
  }

  /** A secret has three looks in base64, one for each place within a group of three bytes. */
  private static boolean repeatsEncoded(String text, String secret) {
    String standard = text.replace('-', '+').replace('_', '/');
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // The characters at both ends also hold bits of what stands beside the secret.
      int start = before == 0 ? 0 : before + 1;
      int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
      if (start < end && standard.contains(encoded.substring(start, end))) {
        return true;
      }
    }
    return false;
  }
}
