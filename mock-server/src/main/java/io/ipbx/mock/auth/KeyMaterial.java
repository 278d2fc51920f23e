package io.ipbx.mock.auth;

import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a key is made of, to be put aside and made anew from.
 *
 * @param algorithm as in the header of tokens
 * @param kid of a secret, which has no thumbprint; empty of others
 * @param secret the secret, or the private key (PKCS #8)
 * @param shared the public key (X.509); empty of a secret
 */
@SuppressWarnings("ArrayRecordComponent") // made, written and forgotten; never compared
record KeyMaterial(String algorithm, String kid, byte[] secret, byte[] shared) {

  private static final byte[] NONE = {};

  static KeyMaterial secret(String algorithm, String kid, byte[] secret) {
    return new KeyMaterial(algorithm, kid, secret, NONE);
  }

  static KeyMaterial pair(String algorithm, KeyPair pair) {
    return new KeyMaterial(
        algorithm, "", pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
  }

  KeyPair toPair(@Nullable Provider provider) throws GeneralSecurityException {
    String type = algorithm.equals("ES256") ? "EC" : "RSA";
    KeyFactory factory =
        provider == null ? KeyFactory.getInstance(type) : KeyFactory.getInstance(type, provider);
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(shared)),
        factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
  }

  JsonObject toJson() {
    Base64.Encoder base64 = Base64.getEncoder();
    return new JsonObject()
        .put("algorithm", algorithm)
        .put("kid", kid)
        .put("secret", base64.encodeToString(secret))
        .put("shared", base64.encodeToString(shared));
  }

  static KeyMaterial of(String where, Object json) {
    Fields key = Fields.of(where, json);
    return new KeyMaterial(
        key.text("algorithm"),
        key.text("kid"),
        key.parsed("secret", "Base64", Base64.getDecoder()::decode),
        key.parsed("shared", "Base64", Base64.getDecoder()::decode));
  }

  @Override
  public String toString() {
    return algorithm + " key";
  }
}
