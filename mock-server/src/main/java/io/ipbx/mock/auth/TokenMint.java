package io.ipbx.mock.auth;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tokens of a session and the answer that carries them. One asymmetric signature each.
 */
final class TokenMint {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private static final String REALM_ACCESS =
      "{\"roles\":[\"default-roles-ipex\",\"offline_access\",\"uma_authorization\"]}";
  private static final String RESOURCE_ACCESS =
      "{\"account\":{\"roles\":[\"manage-account\",\"manage-account-links\",\"view-profile\"]}}";

  private final Keys keys;
  private final Sessions sessions;
  private final Supplier<String> issuer;
  private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

  /** What one thread writes with, over and over. */
  private static final class Desk {

    private final Octets claims = new Octets();
    private final Octets answer = new Octets();
    private final MessageDigest sha256 = newSha256();
  }

  TokenMint(Keys keys, Sessions sessions, Supplier<String> issuer) {
    this.keys = keys;
    this.sessions = sessions;
    this.issuer = issuer;
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("SHA-256 is not available", unsupported);
    }
  }

  /** What is known of {@code token}; null unless it was, to the letter, issued here. */
  Sessions.@Nullable Issued issued(String token) {
    long place = AccessTokens.placeOf(token);
    return place < 0 ? null : sessions.issued(place, digest(token));
  }

  private long digest(String token) {
    MessageDigest sha256 = desks.get().sha256;
    sha256.update(token.getBytes(StandardCharsets.ISO_8859_1));
    return digest(sha256.digest());
  }

  /** Enough of a hash to know a token again. */
  private static long digest(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  boolean isQuick(MockSettings settings) {
    return keys.isQuick(settings.getSigning());
  }

  /**
   * The answer to a grant: JSON with Keycloak's order of members.
   *
   * @param now by the mock's clock, in milliseconds
   */
  Buffer answer(Issue issue, MockSettings settings, long now) {
    Session session = issue.session();
    long left = session.remaining(settings.getSessionMax(), now) / 1000;
    long accessTtl = Math.min(settings.getAccessTokenTtl(), left);
    boolean offline = session.scopes().offline();
    long refreshTtl = offline ? left : Math.min(settings.getRefreshTokenTtl(), left);
    String scope = session.scopes().text(settings.getKeycloakGeneration());
    SigningKey key = keys.of(settings.getSigning());
    Desk desk = desks.get();
    Octets out = desk.answer.clear();
    Claims answer = new Claims(out);

    long place = sessions.place(session, (now / 1000 + accessTtl) * 1000);
    desk.claims.clear();
    access(desk.claims, issue, place, settings, scope, now, accessTtl);
    int start = answer.open("access_token").append('"').length();
    key.sign(desk.claims, out);
    out.digest(desk.sha256, start);
    byte[] hash = desk.sha256.digest();
    out.append('"');
    sessions.remember(place, digest(hash));

    answer.put("expires_in", accessTtl).put("refresh_expires_in", offline ? 0 : refreshTtl);

    desk.claims.clear();
    refresh(desk.claims, issue, settings, scope, now, refreshTtl);
    token(answer, "refresh_token", desk.claims, keys.refresh(), out);

    answer.plain("token_type", "Bearer");
    if (session.scopes().openid()) {
      desk.claims.clear();
      id(desk.claims, session, settings, hash, now, accessTtl);
      token(answer, "id_token", desk.claims, key, out);
    }
    answer
        .put("not-before-policy", settings.getNotBefore())
        .plain("session_state", session.id())
        .plain("scope", scope)
        .end();
    return out.toBuffer();
  }

  private static void token(Claims answer, String name, Octets claims, SigningKey key, Octets out) {
    answer.open(name).append('"');
    key.sign(claims, out);
    out.append('"');
  }

  private Claims common(Octets to, String jti, long now, long ttl) {
    return new Claims(to)
        .put("exp", now / 1000 + ttl)
        .put("iat", now / 1000)
        .plain("jti", jti)
        .put("iss", issuer.get());
  }

  private void access(
      Octets to, Issue issue, long place, MockSettings settings, String scope, long now, long ttl) {
    boolean classic = settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC;
    String jti = Id.of(place).uuid();
    Principal who = issue.session().principal();
    Claims claims =
        common(to, classic ? jti : issue.prefix() + jti, now, ttl)
            .plain("aud", "account")
            .put("sub", who.subject())
            .plain("typ", "Bearer")
            .put("azp", settings.getClientId());
    session(claims, issue.session(), classic)
        .plain("acr", "1")
        .raw("realm_access", REALM_ACCESS)
        .raw("resource_access", RESOURCE_ACCESS)
        .plain("scope", scope);
    if (settings.isActClaim() && who.actor() != null) {
      new Claims(claims.open("act")).put("sub", who.actor()).end();
    }
    profile(claims, who).end();
  }

  private void refresh(
      Octets to, Issue issue, MockSettings settings, String scope, long now, long ttl) {
    Session session = issue.session();
    boolean classic = settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC;
    Claims claims =
        common(to, Id.of(issue.use()).uuid(), now, ttl)
            .put("aud", issuer.get())
            .put("sub", session.principal().subject())
            .plain("typ", session.scopes().offline() ? "Offline" : "Refresh")
            .put("azp", settings.getClientId());
    session(claims, session, classic).plain("scope", scope).end();
  }

  private void id(
      Octets to, Session session, MockSettings settings, byte[] accessHash, long now, long ttl) {
    boolean classic = settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC;
    Claims claims =
        common(to, Id.of(0).uuid(), now, ttl)
            .put("aud", settings.getClientId())
            .put("sub", session.principal().subject())
            .plain("typ", "ID")
            .put("azp", settings.getClientId());
    // The left half of the access token's hash (OpenID Connect Core section 3.1.3.6).
    byte[] half = Arrays.copyOf(accessHash, accessHash.length / 2);
    session(claims, session, classic)
        .plain("at_hash", BASE64.encodeToString(half))
        .plain("acr", "1");
    profile(claims, session.principal()).end();
  }

  private static Claims session(Claims claims, Session session, boolean classic) {
    return (classic ? claims.plain("session_state", session.id()) : claims)
        .plain("sid", session.id());
  }

  /** The members that the scopes profile and e-mail bring. */
  private static Claims profile(Claims claims, Principal who) {
    return claims
        .raw("email_verified", "true")
        .put("name", who.fullName())
        .put("preferred_username", who.email())
        .put("given_name", who.firstName())
        .put("family_name", who.lastName())
        .put("email", who.email());
  }

  /** What userinfo answers. */
  static Buffer userInfo(Principal who) {
    Octets json = new Octets();
    profile(new Claims(json).put("sub", who.subject()), who).end();
    return json.toBuffer();
  }
}
