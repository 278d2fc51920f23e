package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ConnectionFailedException;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.TokenUnavailableException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What comes from below as any exception is told as one of ours. */
class FailuresTest {

  private final IpbxException ours =
      new ServerErrorException("503", Duration.ZERO, ErrorDetail.NONE);

  private static IpbxException unanswered(Throwable failure) {
    return Failures.unanswered(failure, ErrorDetail.NONE);
  }

  @Test
  void what_is_typed_already_stays_as_it_is() {
    assertThat(Failures.typed(ours)).isSameAs(ours);
    assertThat(unanswered(ours)).isSameAs(ours);
  }

  @Test
  void what_happens_on_the_wire_is_a_connection_or_a_time_that_is_up() {
    IOException reset = new IOException("reset");

    assertThat(Failures.typed(reset)).isInstanceOf(ConnectionFailedException.class).hasCause(reset);
    assertThat(Failures.typed(new VertxException("closed")))
        .isInstanceOf(ConnectionFailedException.class);
    assertThat(Failures.typed(new TimeoutException())).isInstanceOf(RequestTimeoutException.class);
  }

  @Test
  void what_a_parser_complains_of_is_named_and_not_quoted() {
    IpbxException told = unanswered(new IllegalArgumentException("Bearer secret"));

    assertThat(told)
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("IllegalArgumentException")
        .hasNoCause();
    assertThat(told.getMessage()).doesNotContain("secret");
  }

  @Test
  void what_never_reached_the_wire_is_no_connection_failure() {
    IllegalStateException broken = new IllegalStateException("no supplier");

    assertThat(Failures.typed(broken))
        .isInstanceOf(TokenUnavailableException.class)
        .hasCause(broken);
  }
}
