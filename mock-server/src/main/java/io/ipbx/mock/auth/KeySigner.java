package io.ipbx.mock.auth;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/** Signs by private key, with one {@link Signature} for each thread. */
final class KeySigner implements Signer {

  private final ThreadLocal<Signature> signatures;
  private final boolean quick;

  /**
   * A signer for one key.
   *
   * @param provider null for the JDK's
   */
  KeySigner(String algorithm, PrivateKey key, @Nullable Provider provider, boolean quick) {
    this.signatures = ThreadLocal.withInitial(() -> signature(algorithm, key, provider));
    this.quick = quick;
  }

  private static Signature signature(
      String algorithm, PrivateKey key, @Nullable Provider provider) {
    try {
      Signature signature =
          provider == null
              ? Signature.getInstance(algorithm)
              : Signature.getInstance(algorithm, provider);
      signature.initSign(key);
      return signature;
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException(algorithm + " is not available", unsupported);
    }
  }

  @Override
  public byte[] sign(byte[] input, int from, int length) {
    try {
      Signature signature = signatures.get();
      signature.update(input, from, length);
      return signature.sign();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("cannot sign", broken);
    }
  }

  @Override
  public boolean isQuick() {
    return quick;
  }
}
