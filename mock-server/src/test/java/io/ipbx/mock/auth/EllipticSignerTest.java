package io.ipbx.mock.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EllipticSignerTest {

  /** One in 128 signatures has a number that begins with a zero, which DER leaves out. */
  private static final int ENOUGH = 20_000;

  @Test
  void numbers_of_any_length_stand_in_their_places() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    EllipticSigner signer = new EllipticSigner(pair.getPrivate());
    Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(pair.getPublic());

    Set<String> seen = new HashSet<>();
    for (int i = 0; seen.size() < 4 && i < ENOUGH; i++) {
      byte[] message = ByteBuffer.allocate(9).putInt(3, i).array();
      byte[] signature = signer.sign(message, 1, 7);
      verifier.update(message, 1, 7);
      assertThat(verifier.verify(signature)).as("signature %d", i).isTrue();
      seen.add((signature[0] == 0 ? "short" : "full") + " first number");
      seen.add((signature[32] == 0 ? "short" : "full") + " second number");
    }
    assertThat(seen).hasSize(4);
  }
}
