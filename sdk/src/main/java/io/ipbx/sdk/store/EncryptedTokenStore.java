package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what another store keeps, with AES-GCM (NIST SP 800-38D) and a fresh random nonce for
 * each entry. An entry is bound to its key in the store and to its tag: moved to another access it
 * cannot be read. What cannot be read counts as empty, and the next login overwrites it.
 */
public final class EncryptedTokenStore implements TokenStore {

  private static final byte FORM = 1;
  private static final int NONCE = 12;
  private static final int AUTH_TAG_BITS = 128;

  private final TokenStore store;
  private final EncryptionKeys keys;
  private final SecureRandom random = new SecureRandom();

  private EncryptedTokenStore(TokenStore store, EncryptionKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  /** Encrypts what {@code store} keeps. */
  public static EncryptedTokenStore around(TokenStore store, EncryptionKeys keys) {
    return new EncryptedTokenStore(store, keys);
  }

  @Override
  public Future<@Nullable Entry> load(String key) {
    return store
        .load(key)
        .map(
            entry ->
                entry == null ? null : new Entry(entry.tag(), decrypted(key, entry), entry.age()));
  }

  @Override
  public Future<Boolean> replace(String key, @Nullable String expected, Entry next, Duration keep) {
    return store.replace(
        key, expected, new Entry(next.tag(), encrypted(key, next), next.age()), keep);
  }

  @Override
  public Future<Void> remove(String key) {
    return store.remove(key);
  }

  @Override
  public Future<@Nullable Lease> tryLock(String key) {
    return store.tryLock(key);
  }

  /** Form, length of the key's name, the name, the nonce, then what AES-GCM makes. */
  private Buffer encrypted(String key, Entry entry) {
    byte[] name = keys.current().getBytes(StandardCharsets.US_ASCII);
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    SecretKey secret = Objects.requireNonNull(keys.key(keys.current()));
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, secret, nonce, key, entry.tag());
      return Buffer.buffer()
          .appendByte(FORM)
          .appendByte((byte) name.length)
          .appendBytes(name)
          .appendBytes(nonce)
          .appendBytes(cipher.doFinal(entry.data().getBytes()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM does not work on this machine", impossible);
    }
  }

  private Buffer decrypted(String key, Entry entry) {
    ByteBuffer bytes = ByteBuffer.wrap(entry.data().getBytes());
    try {
      if (bytes.remaining() < 2 || bytes.get() != FORM) {
        return Buffer.buffer();
      }
      SecretKey secret = keys.key(new String(take(bytes, bytes.get()), StandardCharsets.US_ASCII));
      if (secret == null) {
        return Buffer.buffer();
      }
      byte[] nonce = take(bytes, NONCE);
      byte[] sealed = take(bytes, Math.max(bytes.remaining(), AUTH_TAG_BITS / Byte.SIZE));
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, secret, nonce, key, entry.tag());
      return Buffer.buffer(cipher.doFinal(sealed));
    } catch (GeneralSecurityException notOurs) {
      return Buffer.buffer();
    }
  }

  private static byte[] take(ByteBuffer bytes, int count) throws GeneralSecurityException {
    if (count < 0 || count > bytes.remaining()) {
      throw new GeneralSecurityException("too short");
    }
    byte[] taken = new byte[count];
    bytes.get(taken);
    return taken;
  }

  private static Cipher cipher(int mode, SecretKey secret, byte[] nonce, String key, String tag)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, secret, new GCMParameterSpec(AUTH_TAG_BITS, nonce));
    cipher.updateAAD((key + '\n' + tag).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
