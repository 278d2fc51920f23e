package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.testing.ManualTime;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T12, T16: what is left of a token, told to a process with other clocks. */
class StoredTokensTest {

  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final ManualTime writer = new ManualTime();
  private final ManualTime reader = new ManualTime();
  private final Lifetimes lifetimes =
      new Lifetimes(new AuthSettings.Renewal(MARGIN, 0.8, 0, false), new Random(1));
  private final StoredTokens out = new StoredTokens(lifetimes, writer);
  private final StoredTokens in = new StoredTokens(lifetimes, reader);

  private TokenSet tokens() {
    Duration hour = Duration.ofHours(1);
    long now = writer.nanoTime();
    IssuedToken access =
        new IssuedToken(
            "access",
            hour,
            now,
            lifetimes.usable(hour),
            lifetimes.untilDue(hour),
            writer.instant().plus(hour));
    return new TokenSet(access, "refresh", now + hour.toNanos() * 2, Grant.REFRESH);
  }

  private TokenSet afterwards(TokenSet tokens, Duration age) {
    return in.decode(out.encode(tokens), age);
  }

  @Test
  void a_token_lives_as_long_at_the_reader_as_at_the_writer() {
    TokenSet tokens = tokens();
    writer.advance(Duration.ofMinutes(10));
    reader.advance(Duration.ofDays(3));

    TokenSet read = afterwards(tokens, Duration.ofMinutes(20));

    IssuedToken access = Objects.requireNonNull(read.access());
    assertThat(access.value()).isEqualTo("access");
    assertThat(access.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(Duration.ofNanos(access.remaining(reader.nanoTime())))
        .isEqualTo(Duration.ofMinutes(30).minus(MARGIN));
    assertThat(Duration.ofNanos(access.untilDue(reader.nanoTime())))
        .isEqualTo(Duration.ofMinutes(48 - 30));
    assertThat(access.expiresAt()).isEqualTo(reader.instant().plus(Duration.ofMinutes(30)));
    assertThat(Duration.ofNanos(read.refreshUntil() - reader.nanoTime()))
        .isEqualTo(Duration.ofMinutes(90));
    assertThat(read.refreshToken()).isEqualTo("refresh");
    assertThat(read.grant()).isEqualTo(Grant.REFRESH);
    assertThat(out.useful(tokens)).isEqualTo(Duration.ofMinutes(110));
  }

  @Test
  void a_token_of_this_moment_has_its_whole_life_at_the_reader() {
    IssuedToken access = Objects.requireNonNull(afterwards(tokens(), Duration.ZERO).access());

    assertThat(access.age(reader.nanoTime())).isZero();
    assertThat(access.expiresAt()).isEqualTo(reader.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void what_has_ended_is_neither_used_nor_presented() {
    TokenSet read = afterwards(tokens(), Duration.ofHours(2));

    assertThat(read.usable(reader.nanoTime())).isNull();
    assertThat(read.presentable(reader.nanoTime())).isNull();
    assertThat(
            afterwards(tokens(), Duration.ofHours(2).minusMillis(1)).presentable(reader.nanoTime()))
        .isEqualTo("refresh");
  }

  @Test
  void either_token_may_be_missing() {
    assertThat(afterwards(tokens().withoutRefresh(), Duration.ZERO).refreshToken()).isNull();
    assertThat(afterwards(tokens().withoutAccess(), Duration.ZERO).access()).isNull();
    assertThat(out.useful(tokens().withoutAccess())).isEqualTo(Duration.ofHours(2));
    assertThat(out.useful(TokenSet.EMPTY)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "not JSON",
        "{}",
        "{\"form\":2,\"access\":\"a\",\"lifetime\":1000,\"left\":1000}",
        "{\"form\":1,\"lifetime\":1000,\"left\":1000}",
        "{\"form\":1,\"access\":\"\",\"lifetime\":1000,\"left\":1000}",
        "{\"form\":1,\"access\":7,\"lifetime\":1000,\"left\":1000}",
        "{\"form\":1,\"access\":\"a\",\"lifetime\":1000,\"left\":1001}",
        "{\"form\":1,\"access\":\"a\"}",
        "{\"form\":1,\"access\":\"a\",\"lifetime\":-1e300,\"left\":-1e300}"
      })
  void what_was_not_written_by_this_form_is_nothing_that_could_be_used(String data) {
    TokenSet read = in.decode(Buffer.buffer(data), Duration.ZERO);

    assertThat(read.usable(reader.nanoTime())).isNull();
    assertThat(read.presentable(reader.nanoTime())).isNull();
  }

  @Test
  void a_grant_that_is_not_known_yet_spoils_nothing() {
    TokenSet read =
        in.decode(
            Buffer.buffer(
                "{\"form\":1,\"grant\":\"DEVICE\",\"access\":\"a\",\"lifetime\":1e300,\"left\":1000}"),
            Duration.ZERO);

    assertThat(Objects.requireNonNull(read.access()).value()).isEqualTo("a");
    assertThat(read.grant()).isEqualTo(Grant.REFRESH);
  }
}
