package io.ipbx.mock.auth;

import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * What a key is made of, to be put aside and made anew from.
 *
 * @param algorithm as in the header of tokens
 * @param kid of a secret, which has no thumbprint; empty of others
 * @param secret the secret, or the private key (PKCS #8), in Base64
 * @param shared the public key (X.509) in Base64; empty of a secret
 */
record KeyMaterial(String algorithm, String kid, String secret, String shared) {

  static KeyMaterial secret(String algorithm, String kid, byte[] secret) {
    return new KeyMaterial(algorithm, kid, encoded(secret), "");
  }

  static KeyMaterial pair(String algorithm, KeyPair pair) {
    return new KeyMaterial(
        algorithm,
        "",
        encoded(pair.getPrivate().getEncoded()),
        encoded(pair.getPublic().getEncoded()));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text);
  }

  byte[] secretBytes() {
    return decoded(secret);
  }

  KeyPair toPair() throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance(algorithm.equals("ES256") ? "EC" : "RSA");
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(decoded(shared))),
        factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(secret))));
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("algorithm", algorithm)
        .put("kid", kid)
        .put("secret", secret)
        .put("shared", shared);
  }

  static KeyMaterial of(String where, Object json) {
    Fields key = Fields.of(where, json);
    return new KeyMaterial(
        key.text("algorithm"),
        key.text("kid"),
        key.parsed("secret", "Base64", KeyMaterial::base64),
        key.parsed("shared", "Base64", KeyMaterial::base64));
  }

  private static String base64(String text) {
    return encoded(decoded(text));
  }

  @Override
  public String toString() {
    return algorithm + " key";
  }
}
