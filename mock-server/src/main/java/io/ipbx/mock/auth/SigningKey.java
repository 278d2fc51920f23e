package io.ipbx.mock.auth;

import io.ipbx.mock.Signing;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
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
 * @param material what it can be made from again
 */
record SigningKey(String header, Signer signer, @Nullable JsonObject jwk, KeyMaterial material) {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int RSA_BITS = 2048;
  private static final int EC_BYTES = 32;

  /** The algorithm of refresh tokens. */
  static final String REFRESH = "HS512";

  /** A new key for access and ID tokens. */
  static SigningKey of(Signing algorithm) {
    return switch (algorithm) {
      case HS256 -> of(secret("HS256", 32));
      case ES256 -> elliptic(pair("EC"));
      case RS256 -> rsa(pair("RSA"));
    };
  }

  /** A new secret for refresh tokens. */
  static SigningKey forRefresh() {
    return of(secret(REFRESH, 64));
  }

  private static KeyMaterial secret(String algorithm, int bytes) {
    byte[] secret = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(secret);
    return KeyMaterial.secret(algorithm, Id.of(0).uuid(), secret);
  }

  /**
   * The key that {@code material} is of.
   *
   * @throws IllegalArgumentException when there can be none
   */
  static SigningKey of(KeyMaterial material) {
    try {
      return switch (material.algorithm()) {
        case "HS256" -> secret(material, "HmacSHA256");
        case REFRESH -> secret(material, "HmacSHA512");
        case "ES256" -> elliptic(material.toPair());
        case "RS256" -> rsa(material.toPair());
        default -> throw new IllegalArgumentException("no key of ours: " + material);
      };
    } catch (GeneralSecurityException broken) {
      throw new IllegalArgumentException("this is no key for " + material.algorithm(), broken);
    }
  }

  private static SigningKey secret(KeyMaterial material, String algorithm) {
    Signer signer = new MacSigner(algorithm, new SecretKeySpec(material.secretBytes(), algorithm));
    return new SigningKey(header(material.algorithm(), material.kid()), signer, null, material);
  }

  private static SigningKey elliptic(KeyPair pair) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    JsonObject jwk =
        new JsonObject()
            .put("kty", "EC")
            .put("crv", "P-256")
            .put("x", unsigned(key.getW().getAffineX(), EC_BYTES))
            .put("y", unsigned(key.getW().getAffineY(), EC_BYTES));
    return published(KeyMaterial.pair("ES256", pair), jwk, new EllipticSigner(pair.getPrivate()));
  }

  private static SigningKey rsa(KeyPair pair) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    JsonObject jwk =
        new JsonObject()
            .put("kty", "RSA")
            .put("n", unsigned(key.getModulus(), RSA_BITS / 8))
            .put("e", unsigned(key.getPublicExponent(), 3));
    return published(
        KeyMaterial.pair("RS256", pair), jwk, new KeySigner(KeySigner.RS256, pair.getPrivate()));
  }

  private static SigningKey published(KeyMaterial material, JsonObject jwk, Signer signer) {
    String algorithm = material.algorithm();
    String kid = thumbprint(jwk);
    JsonObject shown = new JsonObject().put("kid", kid).put("alg", algorithm).put("use", "sig");
    return new SigningKey(header(algorithm, kid), signer, shown.mergeIn(jwk), material);
  }

  private static KeyPair pair(String type) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
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

  /** Signs for nobody: the first signature in a process is a slow one. */
  void warm() {
    signer.sign(new byte[] {0}, 0, 1);
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
