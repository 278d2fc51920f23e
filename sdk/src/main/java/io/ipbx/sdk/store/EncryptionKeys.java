package io.ipbx.sdk.store;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an {@link EncryptedTokenStore}: one to write with, and any number that are still read
 * while keys are being changed. Immutable. {@code toString} shows the names only.
 */
public final class EncryptionKeys {

  private static final int LONGEST_NAME = 64;

  private final String current;
  private final Map<String, SecretKey> keys;

  private EncryptionKeys(String current, Map<String, SecretKey> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * Writes with {@code key} and reads what it wrote.
   *
   * @param name is stored in the clear beside what the key encrypted: 1 to 64 printable ASCII
   *     characters
   * @param key an AES key: 16, 24 or 32 random bytes, a secret; copied
   * @throws IllegalArgumentException saying what of them is not allowed
   */
  public static EncryptionKeys of(String name, byte[] key) {
    return new EncryptionKeys(name, Map.of(name, checked(name, key)));
  }

  /**
   * These keys, and {@code key} for reading.
   *
   * @throws IllegalArgumentException as {@link #of}, and when the name is taken
   */
  public EncryptionKeys alsoReading(String name, byte[] key) {
    Map<String, SecretKey> more = new HashMap<>(keys);
    if (more.put(name, checked(name, key)) != null) {
      throw new IllegalArgumentException("there are two keys of the name '" + name + "'");
    }
    return new EncryptionKeys(current, Map.copyOf(more));
  }

  private static SecretKey checked(String name, byte[] key) {
    if (!name.matches("[!-~]{1," + LONGEST_NAME + "}")) {
      throw new IllegalArgumentException(
          "key name '" + name + "': allowed are 1 to " + LONGEST_NAME + " printable characters");
    }
    if (key.length != 16 && key.length != 24 && key.length != 32) {
      throw new IllegalArgumentException(
          "key '" + name + "' has " + key.length + " bytes: allowed are 16, 24 and 32");
    }
    return new SecretKeySpec(key, "AES");
  }

  String current() {
    return current;
  }

  @Nullable SecretKey key(String name) {
    return keys.get(name);
  }

  @Override
  public String toString() {
    return "EncryptionKeys[writes " + current + ", reads " + new TreeSet<>(keys.keySet()) + "]";
  }
}
