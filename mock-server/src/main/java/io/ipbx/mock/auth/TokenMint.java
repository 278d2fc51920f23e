package io.ipbx.mock.auth;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;

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
  private final ThreadLocal<MessageDigest> sha256 = ThreadLocal.withInitial(TokenMint::newSha256);

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

  Digest digest(String token) {
    return Digest.of(sha256.get(), token);
  }

  boolean isQuick(MockSettings settings) {
    return keys.of(settings.getSigning()).signer().isQuick();
  }

  /**
   * The answer to a grant, as text of JSON with Keycloak's order of members.
   *
   * @param refreshJti the identifier of the refresh token
   * @param prefix what stands before the identifier of an access token from version 26 on
   */
  String answer(
      Session session, MockSettings settings, String refreshJti, String prefix, long now) {
    long left = session.remaining(settings.getSessionMax(), now) / 1000;
    long accessTtl = Math.min(settings.getAccessTokenTtl(), left);
    boolean offline = session.scopes().offline();
    long refreshTtl = offline ? left : Math.min(settings.getRefreshTokenTtl(), left);
    String scope = session.scopes().text(settings.getKeycloakGeneration());
    SigningKey key = keys.of(settings.getSigning());
    String access = key.sign(access(session, settings, scope, prefix, now, accessTtl));
    sessions.remember(session, digest(access), (now / 1000 + accessTtl) * 1000);
    String refresh =
        keys.refresh().sign(refresh(session, settings, scope, refreshJti, now, refreshTtl));
    Claims answer =
        new Claims()
            .put("access_token", access)
            .put("expires_in", accessTtl)
            .put("refresh_expires_in", offline ? 0 : refreshTtl)
            .put("refresh_token", refresh)
            .put("token_type", "Bearer");
    if (session.scopes().openid()) {
      answer.put("id_token", key.sign(id(session, settings, access, now, accessTtl)));
    }
    return answer
        .put("not-before-policy", settings.getNotBefore())
        .put("session_state", session.id())
        .put("scope", scope)
        .end();
  }

  private Claims common(String jti, long now, long ttl) {
    return new Claims()
        .put("exp", now / 1000 + ttl)
        .put("iat", now / 1000)
        .put("jti", jti)
        .put("iss", issuer.get());
  }

  private String access(
      Session session, MockSettings settings, String scope, String prefix, long now, long ttl) {
    boolean classic = settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC;
    Principal who = session.principal();
    Claims claims =
        common(classic ? Ids.uuid() : prefix + Ids.uuid(), now, ttl)
            .put("aud", "account")
            .put("sub", who.subject())
            .put("typ", "Bearer")
            .put("azp", settings.getClientId());
    session(claims, session, classic)
        .put("acr", "1")
        .raw("realm_access", REALM_ACCESS)
        .raw("resource_access", RESOURCE_ACCESS)
        .put("scope", scope);
    if (settings.isActClaim() && who.actor() != null) {
      claims.raw("act", new Claims().put("sub", who.actor()).end());
    }
    return profile(claims, who).end();
  }

  private String refresh(
      Session session, MockSettings settings, String scope, String jti, long now, long ttl) {
    boolean classic = settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC;
    Claims claims =
        common(jti, now, ttl)
            .put("aud", issuer.get())
            .put("sub", session.principal().subject())
            .put("typ", session.scopes().offline() ? "Offline" : "Refresh")
            .put("azp", settings.getClientId());
    return session(claims, session, classic).put("scope", scope).end();
  }

  private String id(Session session, MockSettings settings, String access, long now, long ttl) {
    boolean classic = settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC;
    Claims claims =
        common(Ids.uuid(), now, ttl)
            .put("aud", settings.getClientId())
            .put("sub", session.principal().subject())
            .put("typ", "ID")
            .put("azp", settings.getClientId());
    session(claims, session, classic).put("at_hash", accessHash(access)).put("acr", "1");
    return profile(claims, session.principal()).end();
  }

  private static Claims session(Claims claims, Session session, boolean classic) {
    return (classic ? claims.put("session_state", session.id()) : claims).put("sid", session.id());
  }

  /** The members that the scopes profile and e-mail bring. */
  private static Claims profile(Claims claims, Principal who) {
    return claims
        .raw("email_verified", "true")
        .put("name", who.firstName() + " " + who.lastName())
        .put("preferred_username", who.email())
        .put("given_name", who.firstName())
        .put("family_name", who.lastName())
        .put("email", who.email());
  }

  /** What userinfo answers. */
  static String userInfo(Principal who) {
    return profile(new Claims().put("sub", who.subject()), who).end();
  }

  /** The left half of the token's hash (OpenID Connect Core section 3.1.3.6). */
  private String accessHash(String access) {
    byte[] hash = sha256.get().digest(access.getBytes(StandardCharsets.US_ASCII));
    return BASE64.encodeToString(Arrays.copyOf(hash, hash.length / 2));
  }
}
