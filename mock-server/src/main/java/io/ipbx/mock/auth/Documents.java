package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Signing;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;

/** What the realm publishes of itself: discovery and keys. */
final class Documents {

  private final Vertx vertx;
  private final Supplier<String> issuer;
  private final Supplier<MockSettings> settings;
  private final Keys keys;

  Documents(Vertx vertx, Supplier<String> issuer, Supplier<MockSettings> settings, Keys keys) {
    this.vertx = vertx;
    this.issuer = issuer;
    this.settings = settings;
    this.keys = keys;
  }

  void discovery(HttpExchange http) {
    if (Methods.admit(http, Methods.READ)) {
      http.proceed(
          () -> publish(http, "no-cache, must-revalidate, no-transform, no-store", describe()));
    }
  }

  void certificates(HttpExchange http) {
    if (Methods.admit(http, Methods.READ)) {
      http.proceed(() -> publishKeys(http, settings.get().getSigning()));
    }
  }

  private void publishKeys(HttpExchange http, Signing inUse) {
    if (keys.isMade(inUse)) {
      publish(http, "no-cache", new JsonObject().put("keys", keys.published(inUse)));
    } else {
      vertx
          .executeBlocking(() -> keys.of(inUse), false)
          .onSuccess(made -> publishKeys(http, inUse))
          .onFailure(broken -> Answers.serverError(http));
    }
  }

  private static void publish(HttpExchange http, String cacheControl, JsonObject document) {
    Answers.document(http, cacheControl, document.encode());
  }

  private JsonObject describe() {
    String realm = issuer.get();
    String connect = realm + "/protocol/openid-connect";
    return new JsonObject()
        .put("issuer", realm)
        .put("token_endpoint", connect + "/token")
        .put("userinfo_endpoint", connect + "/userinfo")
        .put("end_session_endpoint", connect + "/logout")
        .put("jwks_uri", connect + "/certs")
        .put("revocation_endpoint", connect + "/revoke")
        .put("grant_types_supported", array("password", "refresh_token"))
        .put("response_types_supported", array("none"))
        .put("subject_types_supported", array("public"))
        .put("id_token_signing_alg_values_supported", array("HS256", "ES256", "RS256"))
        .put(
            "token_endpoint_auth_methods_supported",
            array("none", "client_secret_basic", "client_secret_post"))
        .put("scopes_supported", array("openid", "profile", "email", "offline_access"))
        .put(
            "claims_supported",
            array(
                "iss",
                "sub",
                "aud",
                "exp",
                "iat",
                "name",
                "given_name",
                "family_name",
                "preferred_username",
                "email",
                "acr",
                "azp"));
  }

  private static JsonArray array(String... values) {
    return JsonArray.of((Object[]) values);
  }
}
