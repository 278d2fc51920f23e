package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.spi.Time;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T10: who wants another token than the one he knows never gets that one, whoever asks beside. */
@ExtendWith(VertxExtension.class)
class T10NewerTokenTest {

  /** More often than this nobody looks at the clock before he has a token or waits for it. */
  private static final int LOOKS = 6;

  @Test
  void a_caller_who_comes_too_late_does_not_undo_a_forced_refresh(Vertx vertx) {
    lateCallerBeside(vertx, Tokens::refresh);
  }

  @Test
  void a_caller_who_comes_too_late_brings_no_token_back_that_got_a_401(Vertx vertx) {
    lateCallerBeside(
        vertx,
        tokens -> {
          AccessToken refused = Await.result(tokens.current());
          assertThat(tokens.invalidate(refused)).isTrue();
          return tokens.current();
        });
  }

  /** One login and then {@code another} token, at every two steps of a caller that was first. */
  private static void lateCallerBeside(Vertx vertx, Function<Tokens, Future<AccessToken>> another) {
    int wished = 0;
    for (int login = 1; login <= LOOKS; login++) {
      for (int other = login + 1; other <= LOOKS; other++) {
        try (World world = new World(vertx, AuthScript.wellBehaved())) {
          Looks time = new Looks(world.time());
          IpbxClient client =
              world.keep(IpbxClient.builder(vertx).with(world.options()).withTime(time).build());
          List<Future<AccessToken>> got = new ArrayList<>();
          time.at(login, () -> Await.result(client.tokens().current()));
          time.at(other, () -> got.add(another.apply(client.tokens())));

          Future<AccessToken> late = time.watched(client.tokens()::current);

          assertThat(Await.result(late).value()).startsWith("access-");
          for (Future<AccessToken> newer : got) {
            wished++;
            assertThat(Await.result(newer).value())
                .as("others at looks %d and %d", login, other)
                .isEqualTo("access-2");
          }
        }
      }
    }
    assertThat(wished).isPositive();
  }

  /** Lets others go first when one thread looks at the clock for the n-th time. */
  private static final class Looks implements Time {

    private final Time time;
    private final List<Integer> when = new ArrayList<>();
    private final List<Runnable> others = new ArrayList<>();
    private volatile Thread watched = new Thread();
    private int looks;

    Looks(Time time) {
      this.time = time;
    }

    void at(int look, Runnable other) {
      when.add(look);
      others.add(other);
    }

    Future<AccessToken> watched(Supplier<Future<AccessToken>> call) {
      watched = Thread.currentThread();
      Future<AccessToken> result = call.get();
      watched = new Thread();
      return result;
    }

    @Override
    public long nanoTime() {
      Thread looking = Thread.currentThread();
      if (looking.equals(watched)) {
        looks++;
        watched = new Thread();
        for (int i = 0; i < when.size(); i++) {
          if (when.get(i) == looks) {
            others.get(i).run();
          }
        }
        watched = looking;
      }
      return time.nanoTime();
    }

    @Override
    public Instant instant() {
      return time.instant();
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable action) {
      return time.schedule(delay, action);
    }
  }
}
