package io.ipbx.mock.auth;

import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that were issued, the newest of them: where each is kept is what its {@code
 * jti} carries, and what it is known again by is part of its hash. Not for several threads at once.
 */
final class AccessTokens {

  private static final int MOST = 200_000;

  // The columns of a row.
  private static final int DIGEST = 0;
  private static final int SESSION = 1;
  private static final int EXPIRES_AT = 2;

  private static final String IAT = "\"iat\":";
  private static final String JTI = "\"jti\":\"";

  private final Ledger<Void> rows = new Ledger<>(3);

  /** Where a token says that it is kept; a negative number when it says nothing of the kind. */
  static long placeOf(String token) {
    Id id = jti(claims(token));
    return id == null ? -1 : id.number();
  }

  /** When a token of ours was issued, in seconds since the epoch. */
  static long issuedAt(String token) {
    String claims = claims(token);
    int start = claims.indexOf(IAT) + IAT.length();
    return Long.parseLong(claims, start, claims.indexOf(',', start), 10);
  }

  /** Read as text, for the sake of members that this server wrote; empty when there are none. */
  private static String claims(String token) {
    int start = token.indexOf('.') + 1;
    int end = token.indexOf('.', start);
    if (start == 0 || end < 0) {
      return "";
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.substring(start, end));
      return new String(claims, StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static @Nullable Id jti(String claims) {
    int start = claims.indexOf(JTI) + JTI.length();
    int end = claims.indexOf('"', start);
    return start < JTI.length() || end < 0
        ? null
        : Id.read(claims.substring(Math.max(start, claims.lastIndexOf(':', end) + 1), end));
  }

  /**
   * Makes a place for a token; its number.
   *
   * @param oldestSession those of sessions before this one are forgotten
   */
  long add(long session, long expiresAt, long oldestSession) {
    while (rows.size() >= MOST
        || (rows.size() > 0 && rows.get(rows.first(), SESSION) < oldestSession)) {
      rows.drop();
    }
    return put(0, session, expiresAt);
  }

  private long put(long digest, long session, long expiresAt) {
    long row = rows.add();
    rows.set(row, DIGEST, digest);
    rows.set(row, SESSION, session);
    rows.set(row, EXPIRES_AT, expiresAt);
    return row;
  }

  /** The token in that place has been made. */
  void made(long row, long digest) {
    if (rows.holds(row)) {
      rows.set(row, DIGEST, digest);
    }
  }

  /** Whether the token in that place is held, and has that digest. */
  boolean knows(long row, long digest) {
    return rows.holds(row) && rows.get(row, DIGEST) == digest;
  }

  long session(long row) {
    return rows.get(row, SESSION);
  }

  long expiresAt(long row) {
    return rows.get(row, EXPIRES_AT);
  }

  /** Lets the tokens of those sessions expire. */
  void expire(LongPredicate sessions) {
    for (long row = rows.first(); row < rows.next(); row++) {
      if (sessions.test(session(row))) {
        rows.set(row, EXPIRES_AT, Long.MIN_VALUE);
      }
    }
  }

  /** Tells of each token the session, and when it expires. */
  void forEach(BiConsumer<Long, Long> told) {
    for (long row = rows.first(); row < rows.next(); row++) {
      told.accept(session(row), expiresAt(row));
    }
  }

  void clear() {
    rows.restart(rows.next());
  }

  /** A token put aside. */
  private record Issued(long number, long session, long digest, long expiresAt) {

    static Issued of(String where, Object json) {
      Fields token = Fields.of(where, json);
      return new Issued(
          token.number("number"),
          token.number("session"),
          token.number("digest"),
          token.number("expiresAt"));
    }

    JsonObject toJson() {
      return new JsonObject()
          .put("number", number)
          .put("session", session)
          .put("digest", digest)
          .put("expiresAt", expiresAt);
    }
  }

  JsonArray snapshot() {
    JsonArray all = new JsonArray();
    for (long row = rows.first(); row < rows.next(); row++) {
      all.add(new Issued(row, session(row), rows.get(row, DIGEST), expiresAt(row)).toJson());
    }
    return all;
  }

  /** Reads what {@link #snapshot} wrote; puts it in the place of what is there when run. */
  Runnable read(Fields snapshot) {
    List<Issued> all = snapshot.list("issued", Issued::of);
    Ledger.checkOrder(snapshot.at("issued"), all.stream().map(Issued::number).toList());
    return () -> {
      rows.restart(all.isEmpty() ? rows.next() : all.get(0).number());
      all.forEach(token -> put(token.digest(), token.session(), token.expiresAt()));
    };
  }
}
