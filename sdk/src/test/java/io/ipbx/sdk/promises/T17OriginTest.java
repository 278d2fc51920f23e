package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.ScriptedServer;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T17: secrets go to the configured origins only. */
@ExtendWith(VertxExtension.class)
class T17OriginTest {

  @Test
  void a_redirect_of_the_api_is_not_followed(Vertx vertx) {
    try (ScriptedServer elsewhere =
            new ScriptedServer(vertx, request -> Reply.of(200, Map.of(), "gotcha"));
        World world =
            new World(
                vertx,
                AuthScript.wellBehaved()
                    .onApi(
                        request ->
                            Reply.of(302, Map.of("Location", elsewhere.url() + "/x"), "")))) {
      Throwable failure = Await.failure(world.client().send(IpbxRequest.get("/calls")));

      assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
      assertThat(elsewhere.requests()).isEmpty();
      assertThat(world.server().apiCalls()).hasSize(1);
    }
  }

  @Test
  void a_redirect_of_the_auth_server_is_not_followed(Vertx vertx) {
    try (ScriptedServer elsewhere =
            new ScriptedServer(vertx, request -> Reply.tokens("a", "r", 60));
        World world =
            new World(
                vertx,
                AuthScript.wellBehaved()
                    .onPassword(
                        request ->
                            Reply.of(307, Map.of("Location", elsewhere.url() + "/token"), "")))) {
      Await.failure(world.client().tokens().current());

      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example.com/calls",
        "//evil.example.com/calls",
        "calls",
        "",
        "@evil.example.com/",
        "/a b",
        "/a\r\nX: y",
        "/a#b",
        "/\\evil",
        "/č"
      })
  void only_a_path_from_the_root_is_an_address(String path) {
    assertThatThrownBy(() -> IpbxRequest.get(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("path");
  }

  @Test
  void the_authorization_header_is_the_clients() {
    assertThatThrownBy(() -> IpbxRequest.get("/calls").header("authorization", "Bearer mine"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Authorization");
  }

  @ParameterizedTest
  @CsvSource({
    "http://auth.example.com, plain HTTP",
    "http://10.0.0.1, plain HTTP",
    "http://127.0.0.1.example.com, plain HTTP",
    "http://localhost.example.com, plain HTTP",
    "ftp://auth.example.com, https",
    "auth.example.com, https",
    "https://, is not an address",
    "https://user:secret@auth.example.com, no user",
    "https://auth.example.com?x=1, query",
    "https://a b, not an address"
  })
  void an_address_that_would_give_secrets_away_is_refused_by_name(
      String url, String why, Vertx vertx) {
    IpbxOptions options =
        new IpbxOptions().setAuthUrl(url).setUsername("a@b").setPassword("secret");

    assertThatThrownBy(() -> IpbxClient.create(vertx, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("authUrl")
        .hasMessageContaining(why)
        .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("secret"));
  }

  @Test
  void plain_http_is_refused_for_the_api_too(Vertx vertx) {
    IpbxOptions options =
        new IpbxOptions()
            .setAuthUrl("https://auth.example.com")
            .setApiUrl("http://api.example.com")
            .setUsername("a@b")
            .setPassword("secret");

    assertThatThrownBy(() -> IpbxClient.create(vertx, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apiUrl")
        .hasMessageContaining("plain HTTP");
  }

  @Test
  void plain_http_beyond_loopback_can_be_allowed(Vertx vertx) {
    IpbxOptions options =
        new IpbxOptions()
            .setAuthUrl("http://auth.example.com")
            .setApiUrl("http://[::1]:8080/base/")
            .setUsername("a@b")
            .setPassword("secret")
            .setAllowPlainHttp(true);

    Await.result(IpbxClient.create(vertx, options).close());
  }

  @Test
  void the_logout_address_must_be_the_auth_servers(Vertx vertx) {
    IpbxOptions options =
        new IpbxOptions()
            .setUsername("a@b")
            .setPassword("secret")
            .setLogoutUrl("https://elsewhere.example.com/logout");

    assertThatThrownBy(() -> IpbxClient.create(vertx, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("logoutUrl");
  }
}
