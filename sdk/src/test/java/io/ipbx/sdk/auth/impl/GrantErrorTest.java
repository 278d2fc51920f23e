package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RateLimitedException;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.testing.ManualTime;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of a refusal, and what is said about it. */
class GrantErrorTest {

  private static IpbxException refusal(int status, Grant grant, String body) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap().add("X-Correlation-Id", "cor-1").add("Retry-After", "7");
    return GrantError.of(
        new TokenReply(status, headers, Buffer.buffer(body), 0), grant, "secret", new ManualTime());
  }

  private static String said(String error, String description) {
    return new JsonObject().put("error", error).put("error_description", description).encode();
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE, 401, TokenRejectedException",
    "EXCHANGE, 403, ImpersonationDeniedException",
    "EXCHANGE, 404, UnexpectedReplyException",
    "PASSWORD, 401, CredentialsRejectedException",
    "PASSWORD, 403, UnexpectedReplyException",
    "REFRESH, 401, CredentialsRejectedException",
    "REFRESH, 403, UnexpectedReplyException",
    "REFRESH, 408, ServerErrorException",
    "REFRESH, 429, RateLimitedException",
    "PASSWORD, 499, UnexpectedReplyException",
    "PASSWORD, 500, ServerErrorException"
  })
  void without_a_code_the_status_decides(Grant grant, int status, String meaning) {
    assertThat(refusal(status, grant, "<html>no</html>").getClass().getSimpleName())
        .isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE, access_denied, ImpersonationDeniedException",
    "PASSWORD, access_denied, CredentialsRejectedException",
    "PASSWORD, unauthorized_client, CredentialsRejectedException",
    "REFRESH, invalid_scope, InvalidRequestException",
    "REFRESH, temporarily_unavailable, ServerErrorException",
    "EXCHANGE, invalid_token, TokenRejectedException",
    "EXCHANGE, something_new, ImpersonationDeniedException"
  })
  void a_code_that_is_known_decides_before_the_status(Grant grant, String code, String meaning) {
    assertThat(refusal(403, grant, said(code, "no")).getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void it_is_told_with_all_that_helps() {
    IpbxException told = refusal(400, Grant.PASSWORD, said("invalid_grant", "wrong\npassword"));

    assertThat(told)
        .isInstanceOf(CredentialsRejectedException.class)
        .hasMessage("the auth server refused the password grant: invalid_grant (wrong password)");
    assertThat(told.detail().status()).isEqualTo(400);
    assertThat(told.detail().code()).isEqualTo("invalid_grant");
    assertThat(told.detail().correlationId()).isEqualTo("cor-1");
  }

  @Test
  void what_is_not_said_or_repeats_our_secret_is_left_out() {
    assertThat(refusal(503, Grant.REFRESH, ""))
        .hasMessage("the auth server refused the refresh grant: status 503");
    assertThat(refusal(400, Grant.REFRESH, said("invalid_grant", "unknown: secret")))
        .hasMessage("the auth server refused the refresh grant: invalid_grant");
    assertThat(refusal(503, Grant.REFRESH, said("no code at all", "x".repeat(300))))
        .hasMessage(
            "the auth server refused the refresh grant: status 503 (" + "x".repeat(200) + ")");
  }

  @Test
  void how_long_to_wait_comes_along() {
    assertThat(refusal(429, Grant.REFRESH, "")).isInstanceOf(RateLimitedException.class);
    assertThat(refusal(429, Grant.REFRESH, "").retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(refusal(500, Grant.REFRESH, "").retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(refusal(503, Grant.REFRESH, said("server_error", "x")).retryAfter())
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void only_the_word_of_the_server_on_the_grant_is_a_refusal() {
    assertThat(GrantError.isRefusal(refusal(400, Grant.REFRESH, said("invalid_grant", "x"))))
        .isTrue();
    assertThat(GrantError.isRefusal(refusal(401, Grant.REFRESH, said("invalid_client", "x"))))
        .isFalse();
    assertThat(GrantError.isRefusal(refusal(401, Grant.REFRESH, "<html>no</html>"))).isTrue();
    assertThat(GrantError.isRefusal(refusal(400, Grant.REFRESH, "<html>no</html>"))).isFalse();
    assertThat(GrantError.isRefusal(refusal(503, Grant.REFRESH, ""))).isFalse();
  }
}
