package io.ipbx.mock.auth;

import io.ipbx.mock.Signing;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key, who signs with it, and what is published of it.
 *
 * @param header the JOSE header, encoded, with the dot after it
 * @param jwk the public part (RFC 7517); null for a secret that is not to be published
 */
record SigningKey(String header, Signer signer, @Nullable JsonObject jwk) {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int RSA_BITS = 2048;
  private static final int EC_BYTES = 32;

  /** A new key for access and ID tokens. */
  static SigningKey of(Signing algorithm, @Nullable Provider provider) {
    return switch (algorithm) {
      case HS256 -> secret("HS256", "HmacSHA256", 32, provider);
      case ES256 -> elliptic(provider);
      case RS256 -> rsa(provider);
    };
  }

  /** A new secret for refresh tokens. */
  static SigningKey forRefresh(@Nullable Provider provider) {
    return secret("HS512", "HmacSHA512", 64, provider);
  }

  private static SigningKey secret(
      String name, String algorithm, int bytes, @Nullable Provider provider) {
    byte[] secret = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(secret);
    Signer signer = new MacSigner(algorithm, new SecretKeySpec(secret, algorithm), provider);
    return new SigningKey(header(name, Ids.uuid()), signer, null);
  }

  private static SigningKey elliptic(@Nullable Provider provider) {
    KeyPair pair = pair("EC", provider);
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    JsonObject jwk =
        new JsonObject()
            .put("kty", "EC")
            .put("crv", "P-256")
            .put("x", unsigned(key.getW().getAffineX(), EC_BYTES))
            .put("y", unsigned(key.getW().getAffineY(), EC_BYTES));
    // The JDK takes two thirds of a millisecond for one of these, the native provider a fiftieth.
    Signer signer =
        new KeySigner(
            "SHA256withECDSAinP1363Format", pair.getPrivate(), provider, provider != null);
    return published("ES256", jwk, signer);
  }

  private static SigningKey rsa(@Nullable Provider provider) {
    KeyPair pair = pair("RSA", provider);
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    JsonObject jwk =
        new JsonObject()
            .put("kty", "RSA")
            .put("n", unsigned(key.getModulus(), RSA_BITS / 8))
            .put("e", unsigned(key.getPublicExponent(), 3));
    return published(
        "RS256", jwk, new KeySigner("SHA256withRSA", pair.getPrivate(), provider, false));
  }

  private static SigningKey published(String algorithm, JsonObject jwk, Signer signer) {
    String kid = thumbprint(jwk);
    JsonObject shown = new JsonObject().put("kid", kid).put("alg", algorithm).put("use", "sig");
    return new SigningKey(header(algorithm, kid), signer, shown.mergeIn(jwk));
  }

  private static KeyPair pair(String type, @Nullable Provider provider) {
    try {
      KeyPairGenerator generator =
          provider == null
              ? KeyPairGenerator.getInstance(type)
              : KeyPairGenerator.getInstance(type, provider);
      if (type.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(RSA_BITS, new SecureRandom());
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("cannot make a key of type " + type, unsupported);
    }
  }

  private static String header(String algorithm, String kid) {
    String json = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}";
    return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII)) + ".";
  }

  private static String unsigned(BigInteger number, int bytes) {
    byte[] signed = number.toByteArray();
    byte[] fixed = new byte[bytes];
    int length = Math.min(signed.length, bytes);
    System.arraycopy(signed, signed.length - length, fixed, bytes - length, length);
    return BASE64.encodeToString(fixed);
  }

  private static String thumbprint(JsonObject jwk) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] members =
          new java.util.TreeMap<>(jwk.getMap()).toString().getBytes(StandardCharsets.US_ASCII);
      return BASE64.encodeToString(sha256.digest(members));
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("SHA-256 is not available", unsupported);
    }
  }

  /** Appends the compact form (RFC 7515 section 3.1) of {@code claims} signed with this key. */
  void sign(Octets claims, Octets out) {
    int start = out.length();
    out.append(header).appendBase64(claims);
    byte[] signature = out.sign(signer, start);
    out.append('.').appendBase64(signature);
  }

  /** Whether {@code token} was signed with this secret. */
  boolean verifies(String token) {
    int dot = token.lastIndexOf('.');
    if (dot < 0 || !token.startsWith(header)) {
      return false;
    }
    byte[] signed = token.substring(0, dot).getBytes(StandardCharsets.ISO_8859_1);
    byte[] expected = signer.sign(signed, 0, signed.length);
    byte[] actual = token.substring(dot + 1).getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.equals(BASE64.encode(expected), actual);
  }
}
