package io.ipbx.mock.impl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What tokens and discovery name where the mock is reached by another address than its own. */
class PublicUrlTest {

  private static final String PUBLIC = "https://mock.example.com/ipbx";

  @Test
  void tokens_and_discovery_name_it_and_the_mock_listens_where_it_did() {
    try (RunningMock mock = RunningMock.of(new MockOptions().setPort(0).setPublicUrl(PUBLIC))) {
      String token = mock.login().getString("access_token");
      JsonObject claims =
          new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
      JsonObject discovery =
          RunningMock.json(mock.get("/realms/IPEX/.well-known/openid-configuration"));

      assertThat(claims.getString("iss")).isEqualTo(PUBLIC + "/realms/IPEX");
      assertThat(discovery.getString("issuer")).isEqualTo(PUBLIC + "/realms/IPEX");
      assertThat(discovery.getString("token_endpoint")).startsWith(PUBLIC + "/");
      assertThat(mock.mock().url()).startsWith("http://127.0.0.1:");
      assertThat(mock.get("/calls", "Authorization", "Bearer " + token).statusCode())
          .isEqualTo(200);
    }
  }
}
