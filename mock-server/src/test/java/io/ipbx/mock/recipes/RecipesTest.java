package io.ipbx.mock.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.junit5.WithMockIpbx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The recipes of docs/mock-server.md: {@link RecipesInDocsTest} holds the two together. */
@WithMockIpbx
class RecipesTest {

  // recipe: My token expires mid-run
  @Test
  void my_token_expires_mid_run(MockIpbx mock, URI url) throws Exception {
    Client client = new Client(url);
    client.login();
    assertEquals(200, client.listCalls());

    mock.clock().advance(Duration.ofHours(1));

    assertEquals(401, client.listCalls()); // a good client asks for a new token here
    assertEquals(200, client.refresh());
    assertEquals(200, client.listCalls());
  }

  // end

  // recipe: The auth server is down for a minute
  @Test
  void the_auth_server_is_down_for_a_minute(MockIpbx mock, URI url) throws Exception {
    Client client = new Client(url);
    client.login();
    mock.faults()
        .add(new FaultRule(FaultMatch.endpoint("token"), FaultEffects.status(503)).setTtl(60));

    assertEquals(503, client.refresh());
    assertEquals(200, client.listCalls()); // the token it has is still good

    mock.clock().advance(Duration.ofSeconds(60)); // the rule's minute is the mock's, not yours

    assertEquals(200, client.refresh());
  }

  // end

  // recipe: Refresh rotates and the answer is lost
  @Test
  @WithMockIpbx(rotateRefreshTokens = true)
  void refresh_rotates_and_the_answer_is_lost(MockIpbx mock, URI url) throws Exception {
    Client client = new Client(url);
    client.login();
    mock.faults()
        .add(FaultMatch.grant("refresh_token").setNth(1), FaultEffects.of(FaultType.ACT_THEN_CUT));

    assertThrows(IOException.class, client::refresh); // the server has rotated, we do not know

    assertEquals(400, client.refresh()); // used up: the session is over
    assertEquals(200, client.login());
  }

  // end

  // recipe: 429 with Retry-After
  @Test
  void too_many_requests_with_retry_after(MockIpbx mock, URI url) throws Exception {
    Client client = new Client(url);
    client.login();
    mock.clock().freeze();
    mock.faults().add(FaultMatch.endpoint("listCalls"), FaultEffects.quota(1, 30));
    assertEquals(200, client.listCalls());

    assertEquals(429, client.listCalls());
    assertEquals(30, client.retryAfter());

    mock.clock().advance(Duration.ofSeconds(30));
    assertEquals(200, client.listCalls());
  }

  // end

  // recipe: Count the refreshes
  @Test
  void count_the_refreshes(MockIpbx mock, URI url) throws Exception {
    Client client = new Client(url);
    client.login();
    client.refresh();

    mock.journal()
        .requests()
        .grant("refresh_token")
        .identity("access@example.com")
        .verify()
        .times(1)
        .peakAtMost(1); // never two at the same time
    assertEquals(2, mock.stats().of("access@example.com").granted());
  }

  // end

  // recipe: Freeze time
  @Test
  void freeze_time(MockIpbx mock, URI url) throws Exception {
    mock.clock().freeze().set(Instant.parse("2026-03-02T08:00:00Z"));
    Client client = new Client(url);
    client.login();

    mock.clock().advance(Duration.ofSeconds(3_599));
    assertEquals(200, client.listCalls()); // the last second of the token

    mock.clock().advance(Duration.ofSeconds(1));
    assertEquals(401, client.listCalls());
  }
  // end
}
