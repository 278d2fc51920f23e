package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.auth.Grant;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** T18: what stands in a log when one of these gets there: something of use, and no secret. */
class PrintedTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final IssuedToken TOKEN =
      new IssuedToken("access-1", HOUR, 0, HOUR, HOUR, Instant.EPOCH);

  @Test
  void tokens_say_when_they_end_and_whether_they_can_be_refreshed() {
    TokenSet tokens = new TokenSet(TOKEN, "refresh-1", 0, Grant.REFRESH);

    assertThat(TOKEN).hasToString("AccessToken[expires 1970-01-01T00:00:00Z]");
    assertThat(tokens)
        .hasToString("TokenSet[AccessToken[expires 1970-01-01T00:00:00Z], refreshable]");
    assertThat(tokens.withoutRefresh())
        .hasToString("TokenSet[AccessToken[expires 1970-01-01T00:00:00Z]]");
    assertThat(TokenSet.EMPTY).hasToString("TokenSet[null]");
  }

  @Test
  void an_answer_and_a_rejection_say_what_they_are() {
    TokenReply reply =
        new TokenReply(
            200, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer("{\"access_token\":\"a\"}"), 0);
    CredentialsRejectedException cause =
        new CredentialsRejectedException("wrong", ErrorDetail.NONE);

    assertThat(reply).hasToString("TokenReply[200]");
    assertThat(new Rejection("digest", cause, 2, 0)).hasToString("Rejection[2]");
  }
}
