package io.ipbx.mock.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.Signing;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The keys of a realm: made where it costs nobody's time, and kept as long as they are of use. */
class KeysTest {

  private final Keys keys = new Keys();

  private JsonArray active() {
    return keys.snapshot().getJsonArray("active");
  }

  private JsonArray passive() {
    return keys.snapshot().getJsonArray("passive");
  }

  @Test
  void to_ask_whether_a_key_is_quick_makes_none() {
    assertThat(keys.isQuick(Signing.RS256)).isFalse();
    assertThat(keys.isMade(Signing.RS256)).isFalse();
    assertThat(active()).isEmpty();

    keys.of(Signing.HS256);

    assertThat(keys.isQuick(Signing.HS256)).isTrue();
    keys.rotate();
    assertThat(keys.isQuick(Signing.HS256)).as("of one that is still to be made").isFalse();
  }

  @Test
  void of_former_keys_the_last_few_that_were_published_are_kept() {
    JsonObject last = null;
    for (int i = 0; i < 100; i++) {
      keys.of(Signing.HS256);
      last = keys.of(Signing.ES256).jwk();
      keys.rotate();
    }

    assertThat(passive()).hasSizeLessThan(10);
    assertThat(keys.published(Signing.ES256)).contains(last).hasSize(passive().size() + 1);
    assertThat(passive().encode()).doesNotContain("HS256");
  }

  @Test
  void a_snapshot_with_more_of_them_is_cut_to_size() {
    keys.of(Signing.ES256);
    keys.rotate();
    JsonObject snapshot = keys.snapshot();
    for (int i = 0; i < 100; i++) {
      snapshot.getJsonArray("passive").add(passive().getValue(0));
    }

    keys.read(Fields.of("keys", snapshot)).run();

    assertThat(passive()).hasSizeLessThan(10);
  }

  @Test
  void those_of_tokens_that_are_no_more_are_dropped_and_those_in_use_stay() {
    keys.of(Signing.ES256);
    keys.rotate();
    JsonObject present = keys.of(Signing.ES256).jwk();

    keys.dropFormer();

    assertThat(keys.published(Signing.ES256)).containsExactly(present);
  }
}
