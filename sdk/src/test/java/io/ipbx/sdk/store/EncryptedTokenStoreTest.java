package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.spi.TokenStore.Entry;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EncryptedTokenStoreTest extends TokenStoreContract {

  private static final Duration KEEP = Duration.ofMinutes(1);
  private static final EncryptionKeys OLD = EncryptionKeys.of("old", key(1));

  private final Vertx[] nodes = {Vertx.vertx(), Vertx.vertx()};
  private final TokenStore plain = InMemoryTokenStore.create();

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }

  @Override
  Vertx vertx(int node) {
    return nodes[node];
  }

  @Override
  TokenStore store(int node) {
    return EncryptedTokenStore.around(plain, OLD);
  }

  @AfterEach
  void close() {
    Await.result(nodes[0].close());
    Await.result(nodes[1].close());
  }

  private static Buffer read(TokenStore store, String key) {
    return Objects.requireNonNull(Await.result(store.load(key))).data();
  }

  private static void write(TokenStore store, String key, String tag, String data) {
    Entry present = Await.result(store.load(key));
    String expected = present == null ? null : present.tag();
    Entry next = new Entry(tag, Buffer.buffer(data));
    assertThat(Await.result(store.replace(key, expected, next, KEEP))).isTrue();
  }

  @Test
  void nothing_of_it_can_be_read_beneath_and_no_two_entries_look_alike() {
    write(store(0), "a", "t1", "a secret of some length");
    Buffer first = read(plain, "a");
    write(store(0), "a", "t2", "a secret of some length");
    Buffer second = read(plain, "a");

    assertThat(first.toString()).contains("old").doesNotContain("secret");
    assertThat(second).isNotEqualTo(first);
    assertThat(read(store(0), "a").toString()).isEqualTo("a secret of some length");
  }

  @Test
  void keys_are_changed_without_losing_what_the_old_one_wrote() {
    write(store(0), "a", "t1", "by the old one");
    TokenStore next =
        EncryptedTokenStore.around(
            plain, EncryptionKeys.of("new", key(2)).alsoReading("old", key(1)));
    assertThat(read(next, "a").toString()).isEqualTo("by the old one");

    write(next, "a", "t2", "by the new one");

    assertThat(read(next, "a").toString()).isEqualTo("by the new one");
    assertThat(read(store(0), "a").length()).isZero();
    TokenStore after = EncryptedTokenStore.around(plain, EncryptionKeys.of("new", key(2)));
    assertThat(read(after, "a").toString()).isEqualTo("by the new one");
  }

  @Test
  void what_was_moved_changed_cut_or_written_with_another_key_reads_as_empty() {
    write(store(0), "a", "t1", "whose it is");
    Buffer bytes = read(plain, "a");

    write(plain, "another access", "t1", "");
    assertThat(readMoved(bytes, "another access", "t1")).isZero();
    assertThat(readMoved(bytes, "a", "another tag")).isZero();
    for (int i = 0; i < bytes.length(); i++) {
      Buffer changed = bytes.copy().setByte(i, (byte) (bytes.getByte(i) ^ 0x41));
      assertThat(readMoved(changed, "a", "t1")).as("byte " + i + " changed").isZero();
      assertThat(readMoved(bytes.slice(0, i), "a", "t1")).as("cut at " + i).isZero();
    }
    TokenStore sameName = EncryptedTokenStore.around(plain, EncryptionKeys.of("old", key(9)));
    assertThat(readMoved(bytes, "a", "t1")).isEqualTo("whose it is".length());
    assertThat(read(sameName, "a").length()).isZero();
  }

  private int readMoved(Buffer bytes, String key, String tag) {
    Await.result(plain.remove(key));
    Await.result(plain.replace(key, null, new Entry(tag, bytes), KEEP));
    return read(store(0), key).length();
  }

  @Test
  void keys_that_cannot_be_used_are_refused_by_name() {
    assertThatThrownBy(() -> EncryptionKeys.of("short", new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("short", "15", "16, 24 and 32");
    assertThatThrownBy(() -> EncryptionKeys.of("with space", key(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("with space");
    assertThatThrownBy(() -> OLD.alsoReading("old", key(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("old");
    assertThat(OLD.alsoReading("older", key(3)).toString())
        .isEqualTo("EncryptionKeys[writes old, reads [old, older]]");
  }
}
