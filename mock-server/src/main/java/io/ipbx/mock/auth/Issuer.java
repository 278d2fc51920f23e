package io.ipbx.mock.auth;

import java.util.Set;
import java.util.function.Supplier;

/** Who signs: the realm at the mock's address, and where it was when a snapshot was taken. */
final class Issuer {

  private final Supplier<String> baseUrl;
  private volatile Set<String> former = Set.of();

  Issuer(Supplier<String> baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The issuer of new tokens. */
  String name() {
    return baseUrl.get() + AuthPaths.REALM;
  }

  boolean knows(String name) {
    return name.equals(name()) || former.contains(name);
  }

  Set<String> former() {
    return former;
  }

  /** Takes the tokens of these issuers too. */
  void follow(Set<String> names) {
    former = Set.copyOf(names);
  }
}
