package io.ipbx.mock.auth;

import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Preset;
import io.ipbx.mock.Signing;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a grant answers: members, claims, signatures, lifetimes. */
class TokenAnswerTest {

  private static JsonObject part(String jwt, int number) {
    String encoded = jwt.split("\\.")[number];
    return new JsonObject(
        new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
  }

  private static JsonObject claims(JsonObject tokens, String member) {
    return part(tokens.getString(member), 1);
  }

  @Test
  void the_members_stand_in_their_order() {
    try (RunningMock mock = RunningMock.start()) {
      HttpResponse<String> response =
          mock.token(RunningMock.password(USERNAME, RunningMock.PASSWORD));
      JsonObject tokens = RunningMock.json(response);

      assertThat(tokens.fieldNames())
          .containsExactly(
              "access_token",
              "expires_in",
              "refresh_expires_in",
              "refresh_token",
              "token_type",
              "not-before-policy",
              "session_state",
              "scope");
      assertThat(tokens.getInteger("expires_in")).isEqualTo(3600);
      assertThat(tokens.getInteger("refresh_expires_in")).isEqualTo(7200);
      assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
      assertThat(tokens.getInteger("not-before-policy")).isZero();
      assertThat(tokens.getString("scope")).isEqualTo("profile email");
      assertThat(tokens.getString("access_token")).startsWith("eyJ");
      assertThat(tokens.getString("refresh_token")).startsWith("eyJ");
      assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void openid_brings_an_id_token_behind_the_type() {
    try (RunningMock mock = RunningMock.start()) {
      JsonObject tokens = mock.login("&scope=openid+profile");

      assertThat(tokens.fieldNames()).containsSequence("token_type", "id_token");
      assertThat(tokens.getString("scope")).isEqualTo("openid profile email");
      JsonObject id = claims(tokens, "id_token");
      assertThat(id.getString("aud")).isEqualTo("api");
      assertThat(id.getString("typ")).isEqualTo("ID");
      JsonObject refreshed =
          RunningMock.json(mock.token(RunningMock.refresh(tokens.getString("refresh_token"))));
      assertThat(refreshed.containsKey("id_token")).isTrue();
    }
  }

  @Test
  void the_id_token_holds_half_the_hash_of_the_access_token() throws Exception {
    try (RunningMock mock = RunningMock.start()) {
      JsonObject tokens = mock.login("&scope=openid");
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(tokens.getString("access_token").getBytes(StandardCharsets.US_ASCII));

      assertThat(claims(tokens, "id_token").getString("at_hash"))
          .isEqualTo(
              Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)));
    }
  }

  @Test
  void the_claims_tell_who_when_and_where() {
    try (RunningMock mock = RunningMock.start()) {
      JsonObject tokens = mock.login();
      JsonObject access = claims(tokens, "access_token");
      JsonObject refresh = claims(tokens, "refresh_token");
      long now = mock.mock().clock().now().getEpochSecond();

      assertThat(access.getLong("iat")).isEqualTo(now);
      assertThat(access.getLong("exp")).isEqualTo(now + 3600);
      assertThat(access.getString("iss")).isEqualTo(mock.mock().url() + "/realms/IPEX");
      assertThat(access.getString("aud")).isEqualTo("account");
      assertThat(access.getString("typ")).isEqualTo("Bearer");
      assertThat(access.getString("azp")).isEqualTo("api");
      assertThat(access.getString("email")).isEqualTo(USERNAME);
      assertThat(access.getString("name")).isEqualTo("Access Example");
      assertThat(access.getString("sid"))
          .isEqualTo(access.getString("session_state"))
          .isEqualTo(tokens.getString("session_state"));
      assertThat(access.getJsonObject("realm_access").getJsonArray("roles")).isNotEmpty();
      assertThat(refresh.getLong("exp")).isEqualTo(now + 7200);
      assertThat(refresh.getString("typ")).isEqualTo("Refresh");
      assertThat(refresh.getString("aud")).isEqualTo(access.getString("iss"));
      assertThat(refresh.getString("sub")).isEqualTo(access.getString("sub"));
      assertThat(refresh.getString("jti")).isNotEqualTo(access.getString("jti"));
      assertThat(part(tokens.getString("refresh_token"), 0).getString("alg")).isEqualTo("HS512");
    }
  }

  @Test
  void the_newer_generation_words_some_of_it_differently() {
    try (RunningMock mock =
        RunningMock.start(new MockSettings().setKeycloakGeneration(KeycloakGeneration.V26))) {
      JsonObject tokens = mock.login();
      JsonObject access = claims(tokens, "access_token");

      assertThat(tokens.getString("scope")).isEqualTo("email profile");
      assertThat(tokens.getString("session_state")).hasSize(24);
      assertThat(access.getString("jti")).startsWith("onrtro:");
      assertThat(access.containsKey("session_state")).isFalse();
      JsonObject refreshed =
          RunningMock.json(mock.token(RunningMock.refresh(tokens.getString("refresh_token"))));
      assertThat(claims(refreshed, "access_token").getString("jti")).startsWith("onrtrt:");
    }
  }

  @Test
  void the_current_preset_has_tokens_of_fifty_minutes() {
    try (RunningMock mock = RunningMock.start(MockSettings.of(Preset.CURRENT))) {
      assertThat(mock.login().getInteger("expires_in")).isEqualTo(3000);
    }
  }

  @Test
  void an_offline_session_has_no_end_to_its_refresh_token() {
    try (RunningMock mock = RunningMock.start()) {
      JsonObject tokens = mock.login("&scope=offline_access");

      assertThat(tokens.getInteger("refresh_expires_in")).isZero();
      assertThat(claims(tokens, "refresh_token").getString("typ")).isEqualTo("Offline");
      mock.mock().clock().advance(Duration.ofHours(3));
      assertThat(mock.token(RunningMock.refresh(tokens.getString("refresh_token"))).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void lifetimes_shrink_towards_the_end_of_the_session() {
    try (RunningMock mock = RunningMock.start(new MockSettings().setSessionMax(4_000))) {
      JsonObject first = mock.login();
      assertThat(first.getInteger("refresh_expires_in")).isEqualTo(4000);
      mock.mock().clock().advance(Duration.ofSeconds(1_000));

      JsonObject second =
          RunningMock.json(mock.token(RunningMock.refresh(first.getString("refresh_token"))));

      assertThat(second.getInteger("expires_in")).isEqualTo(3000);
      assertThat(second.getInteger("refresh_expires_in")).isEqualTo(3000);
      mock.mock().clock().advance(Duration.ofMinutes(50));
      HttpResponse<String> over =
          mock.token(RunningMock.refresh(second.getString("refresh_token")));
      assertThat(over.statusCode()).isEqualTo(400);
    }
  }

  @Test
  void a_user_name_is_the_same_in_capitals() {
    try (RunningMock mock = RunningMock.start()) {
      assertThat(mock.loginAs("ACCESS@Example.com", "").containsKey("access_token")).isTrue();
      assertThat(mock.loginAs("access%40example.com", "").containsKey("access_token")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Signing.class,
      names = {"ES256", "RS256"})
  void others_verify_the_signature_from_the_published_keys(Signing signing) throws Exception {
    try (RunningMock mock = RunningMock.start(new MockSettings().setSigning(signing))) {
      verify(mock, signing);
      String kid = part(mock.login().getString("access_token"), 0).getString("kid");
      mock.mock().rotateKeys();
      verify(mock, signing);
      assertThat(part(mock.login().getString("access_token"), 0).getString("kid"))
          .isNotEqualTo(kid);
      assertThat(keyOf(mock, kid)).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Signing.class,
      names = {"ES256", "RS256"})
  void the_jdk_signs_until_the_native_provider_is_loaded(Signing signing) throws Exception {
    SigningKey key = SigningKey.of(signing);
    JsonObject jwk = Objects.requireNonNull(key.jwk());
    assertThat(key.signer().isQuick()).isFalse();
    assertThat(isGood(signed(key), signing, jwk)).isTrue();

    boolean found = NativeCrypto.provider().get(10, TimeUnit.SECONDS) != null;
    assertThat(isGood(signed(key), signing, jwk)).isTrue();
    assertThat(key.signer().isQuick()).isEqualTo(found && signing == Signing.ES256);
  }

  @Test
  void a_secret_tells_its_own_signature_from_others() {
    SigningKey key = SigningKey.of(Signing.HS256);
    assertThat(key.verifies(signed(key))).isTrue();
    assertThat(key.verifies(signed(key) + "x")).isFalse();
    assertThat(key.jwk()).isNull();
  }

  private static String signed(SigningKey key) {
    Octets token = new Octets();
    key.sign(new Claims(new Octets()).put("sub", "x").end(), token);
    return token.toString();
  }

  @Test
  void hmac_keys_are_not_published() {
    try (RunningMock mock = RunningMock.start(new MockSettings().setSigning(Signing.HS256))) {
      assertThat(part(mock.login().getString("access_token"), 0).getString("alg"))
          .isEqualTo("HS256");
      assertThat(RunningMock.json(mock.get("/realms/IPEX/protocol/openid-connect/certs")))
          .isEqualTo(new JsonObject("{\"keys\":[]}"));
    }
  }

  private static void verify(RunningMock mock, Signing signing) throws Exception {
    String jwt = mock.login().getString("access_token");
    JsonObject jwk = keyOf(mock, part(jwt, 0).getString("kid"));

    assertThat(isGood(jwt, signing, jwk)).isTrue();
    assertThat(isGood(jwt.replaceFirst("\\.e", ".f"), signing, jwk)).isFalse();
  }

  private static JsonObject keyOf(RunningMock mock, String kid) {
    return RunningMock.json(mock.get("/realms/IPEX/protocol/openid-connect/certs"))
        .getJsonArray("keys")
        .stream()
        .map(JsonObject.class::cast)
        .filter(key -> key.getString("kid").equals(kid))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isGood(String jwt, Signing signing, JsonObject jwk) throws Exception {
    Signature signature =
        Signature.getInstance(
            signing == Signing.RS256 ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
    signature.initVerify(publicKey(jwk));
    int dot = jwt.lastIndexOf('.');
    signature.update(jwt.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(dot + 1)));
  }

  private static PublicKey publicKey(JsonObject jwk) throws Exception {
    if (jwk.getString("kty").equals("RSA")) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
    }
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(number(jwk, "x"), number(jwk, "y")),
                curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(JsonObject jwk, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString(member)));
  }
}
