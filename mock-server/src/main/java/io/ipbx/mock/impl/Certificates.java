package io.ipbx.mock.impl;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;

/** A certificate made for this run, for loopback; nobody trusts it unless told to. */
final class Certificates {

  private Certificates() {}

  static HttpServerOptions selfSigned(HttpServerOptions http) {
    try {
      X509Bundle bundle =
          new CertificateBuilder()
              .subject("CN=ipbx-mock-server")
              .addSanDnsName("localhost")
              .addSanIpAddress("127.0.0.1")
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      return http.setKeyCertOptions(
          new PemKeyCertOptions()
              .addKeyValue(Buffer.buffer(bundle.getPrivateKeyPEM()))
              .addCertValue(Buffer.buffer(bundle.getCertificatePEM())));
    } catch (Exception unsupported) {
      throw new IllegalStateException("no certificate can be made on this JDK", unsupported);
    }
  }
}
