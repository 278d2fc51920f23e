package io.ipbx.mock.auth;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Signs by private key, with one {@link Signature} for each thread: the JDK's, until the native
 * provider is loaded, where there is one. Nothing waits for that, least of all the first token.
 */
final class KeySigner implements Signer {

  /** The JDK takes two thirds of a millisecond for one of these, the native provider a fiftieth. */
  static final String ECDSA = "NONEwithECDSA";

  static final String RS256 = "SHA256withRSA";

  private final String algorithm;
  private final PrivateKey key;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile Desks desks;

  /** A signature for each thread; {@code quick} when it is fast enough for an event loop. */
  private record Desks(ThreadLocal<Signature> signatures, boolean quick) {}

  KeySigner(String algorithm, PrivateKey key) {
    this.algorithm = algorithm;
    this.key = key;
    this.desks = desks(null);
  }

  private Desks desks(@Nullable Provider provider) {
    return new Desks(
        ThreadLocal.withInitial(() -> signature(provider)),
        provider != null && algorithm.equals(ECDSA));
  }

  private Signature signature(@Nullable Provider provider) {
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
      Signature signature = desks.signatures.get();
      signature.update(input, from, length);
      return signature.sign();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("cannot sign", broken);
    } finally {
      if (asked.compareAndSet(false, true)) {
        var unused = NativeCrypto.provider().thenAccept(this::change);
      }
    }
  }

  private void change(@Nullable Provider found) {
    if (found != null && found.getService("Signature", algorithm) != null) {
      desks = desks(found);
    }
  }

  @Override
  public boolean isQuick() {
    return desks.quick;
  }
}
