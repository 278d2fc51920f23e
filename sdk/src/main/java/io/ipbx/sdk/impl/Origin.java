package io.ipbx.sdk.impl;

import java.net.URI;
import java.util.Locale;

/**
 * Where secrets may go: a scheme, a host, a port and a path to start from.
 *
 * @param path without a slash at the end, empty for the root
 */
record Origin(boolean tls, String host, int port, String path) {

  /**
   * @param option the name of the option, for the message
   * @throws IllegalArgumentException unless {@code url} is an https address, or a plain one that is
   *     on loopback or allowed
   */
  static Origin of(String option, String url, boolean allowPlainHttp) {
    URI uri = parse(option, url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw wrong(option, url, "must start with https:// (or http:// on loopback)");
    }
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      throw wrong(option, url, "must name a host and no user");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw wrong(option, url, "must have neither query nor fragment");
    }
    boolean tls = scheme.equals("https");
    if (!tls && !allowPlainHttp && !isLoopback(uri.getHost())) {
      throw wrong(
          option, url, "is plain HTTP beyond loopback: use https or set allowPlainHttp to true");
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    return new Origin(tls, uri.getHost(), port, uri.getRawPath().replaceAll("/+$", ""));
  }

  private static URI parse(String option, String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException notAnAddress) {
      throw wrong(option, url, "is not an address");
    }
  }

  private static IllegalArgumentException wrong(String option, String url, String why) {
    return new IllegalArgumentException(option + " '" + withoutUser(url) + "' " + why);
  }

  /** The address without what might be a password in it. */
  private static String withoutUser(String url) {
    return url.replaceAll("//[^/@]*@", "//");
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  boolean sameAs(Origin other) {
    return tls == other.tls && port == other.port && host.equalsIgnoreCase(other.host);
  }

  /** The whole address, without a slash at the end. */
  String url() {
    return (tls ? "https://" : "http://") + host + ":" + port + path;
  }
}
