package io.ipbx.mock.auth;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Signs by HMAC, with one {@link Mac} for each thread. */
final class MacSigner implements Signer {

  private final ThreadLocal<Mac> macs;

  MacSigner(String algorithm, SecretKey key, @Nullable Provider provider) {
    this.macs = ThreadLocal.withInitial(() -> mac(algorithm, key, provider));
  }

  private static Mac mac(String algorithm, SecretKey key, @Nullable Provider provider) {
    try {
      Mac mac =
          provider != null && provider.getService("Mac", algorithm) != null
              ? Mac.getInstance(algorithm, provider)
              : Mac.getInstance(algorithm);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException(algorithm + " is not available", unsupported);
    }
  }

  @Override
  public byte[] sign(byte[] input, int from, int length) {
    Mac mac = macs.get();
    mac.update(input, from, length);
    return mac.doFinal();
  }

  @Override
  public boolean isQuick() {
    return true;
  }
}
