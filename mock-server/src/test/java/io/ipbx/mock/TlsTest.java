package io.ipbx.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import org.junit.jupiter.api.Test;

class TlsTest {

  @Test
  void it_speaks_http_2_over_tls_with_a_certificate_of_its_own() {
    Vertx vertx = Vertx.vertx();
    try {
      MockIpbx mock =
          RunningMock.await(MockIpbx.start(vertx, new MockOptions().setPort(0).setTls(true)));

      // Held on to, because a client that nobody holds is closed.
      HttpClientAgent client =
          vertx.createHttpClient(
              new HttpClientOptions()
                  .setSsl(true)
                  .setUseAlpn(true)
                  .setTrustAll(true)
                  .setVerifyHost(false)
                  .setProtocolVersion(HttpVersion.HTTP_2));
      HttpClientResponse response =
          RunningMock.await(
              client
                  .request(
                      new RequestOptions()
                          .setMethod(HttpMethod.GET)
                          .setAbsoluteURI(mock.url() + "/__mock/health"))
                  .compose(request -> request.send()));

      assertThat(mock.url()).startsWith("https://127.0.0.1:");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
    } finally {
      RunningMock.await(vertx.close());
    }
  }
}
