package io.ipbx.mock.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;

/**
 * Signs by ECDSA with P-256 and SHA-256, as JSON Web Signatures have it (RFC 7518 section 3.4): two
 * numbers of fixed length. The provider is given a hash, not the message: the native one would take
 * a message of more than a kilobyte in pieces, for an object that it frees in another thread.
 */
final class EllipticSigner implements Signer {

  private static final int NUMBER_BYTES = 32;

  private final KeySigner signer;
  private final ThreadLocal<MessageDigest> digests =
      ThreadLocal.withInitial(EllipticSigner::newDigest);

  EllipticSigner(PrivateKey key) {
    this.signer = new KeySigner(KeySigner.ECDSA, key);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("SHA-256 is not available", unsupported);
    }
  }

  @Override
  public byte[] sign(byte[] input, int from, int length) {
    MessageDigest digest = digests.get();
    digest.update(input, from, length);
    byte[] hash = digest.digest();
    return fixed(signer.sign(hash, 0, hash.length));
  }

  /** The numbers of a signature in DER: a sequence of two integers, each with tag and length. */
  private static byte[] fixed(byte[] der) {
    byte[] fixed = new byte[2 * NUMBER_BYTES];
    int first = 4;
    int firstBytes = der[first - 1];
    int second = first + firstBytes + 2;
    place(der, first, firstBytes, fixed, NUMBER_BYTES);
    place(der, second, der[second - 1], fixed, 2 * NUMBER_BYTES);
    return fixed;
  }

  /** Right-aligned before {@code end}; in DER a number may be shorter, or have a zero in front. */
  private static void place(byte[] der, int from, int bytes, byte[] to, int end) {
    int count = Math.min(bytes, NUMBER_BYTES);
    System.arraycopy(der, from + bytes - count, to, end - count, count);
  }

  @Override
  public boolean isQuick() {
    return signer.isQuick();
  }
}
