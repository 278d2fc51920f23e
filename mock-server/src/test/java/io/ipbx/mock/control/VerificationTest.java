package io.ipbx.mock.control;

import static io.ipbx.mock.testing.RunningMock.RESTRICTED;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static io.ipbx.mock.testing.RunningMock.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims about a journal, and what is said when they do not hold. */
class VerificationTest {

  private RunningMock mock;

  @BeforeEach
  void start() {
    mock = RunningMock.start();
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private RequestQuery requests() {
    return mock.mock().journal().requests();
  }

  @Test
  void claims_that_hold_can_be_strung_together() {
    JsonObject tokens = mock.login();
    mock.token(refresh(tokens.getString("refresh_token")));
    mock.loginAs(RESTRICTED, "");

    requests().endpoint("token").verify().times(3).atLeast(2).atMost(3).peakAtMost(1);
    requests().grant("refresh_token").identity(USERNAME).client("api").verify().times(1);
    requests().identity("*@example.com").method("POST").path("/to*").verify().times(3);
    requests().status(200).outcome("ok").header("content-type", "*form*").verify().times(3);
    requests().grant("exchange").verify().never();
    requests().fault("any").verify().never();
    assertThat(requests().identity(RESTRICTED).count()).isEqualTo(1);
  }

  @Test
  void a_claim_that_fails_lists_the_nearest_requests_and_what_keeps_them_from_being_found() {
    mock.login();
    mock.loginAs(RESTRICTED, "");
    mock.get("/realms/IPEX/.well-known/openid-configuration");

    assertThatThrownBy(
            () ->
                requests()
                    .endpoint("token")
                    .grant("refresh_token")
                    .identity(USERNAME)
                    .verify()
                    .times(1))
        .isInstanceOf(AssertionError.class)
        .message()
        .startsWith(
            "requests with endpoint token, grant refresh_token, identity access@example.com:"
                + " expected exactly 1, but the journal holds 0\n"
                + "the nearest of 3 requests:\n  #1 ")
        .contains("      grant is password, not refresh_token\n  #2 ")
        .contains("      grant is password, not refresh_token; identity is restricted@example.com,")
        .contains("\n  #3 ");
    assertThatThrownBy(() -> requests().verify().never()).hasMessageContaining("any request");
    assertThatThrownBy(() -> requests().verify().atLeast(4)).hasMessageContaining("at least 4");
    assertThatThrownBy(() -> requests().verify().atMost(2)).hasMessageContaining("at most 2");
  }

  @Test
  void without_any_request_that_is_said() {
    assertThatThrownBy(() -> requests().verify().times(1))
        .hasMessage(
            "any request: expected exactly 1, but the journal holds 0\n"
                + "no request has been recorded");
  }

  @Test
  void what_a_journal_has_forgotten_cannot_be_proved() {
    mock.mock().configure(new MockSettings().setJournalSize(2));
    mock.login();
    mock.login();
    mock.login();

    requests().verify().atLeast(2);
    assertThatThrownBy(() -> requests().grant("exchange").verify().never())
        .hasMessageContaining("cannot be proved")
        .hasMessageContaining("1 requests have been forgotten: a journalSize above 2");
    assertThatThrownBy(() -> requests().verify().peakAtMost(1)).hasMessageContaining("proved");

    mock.mock().configure(new MockSettings().setJournalSize(0));
    assertThatThrownBy(() -> requests().verify().never()).hasMessageContaining("journal is off");
  }

  @Test
  void order_is_verified() {
    mock.login();
    mock.loginAs(RESTRICTED, "");
    mock.login();
    MockJournal journal = mock.mock().journal();
    RequestQuery access = requests().identity(USERNAME);
    RequestQuery restricted = requests().identity(RESTRICTED);

    journal.verifyOrder(access, restricted, access).verifyOrder(access, access);
    assertThatThrownBy(() -> journal.verifyOrder(restricted, access, restricted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("number 3 was not found after #3")
        .hasMessageContaining("requests with identity restricted@example.com");
  }

  private static RecordedRequest between(int began, int ended) {
    return new RecordedRequest(
        began,
        Instant.EPOCH,
        Duration.ofMillis(began),
        ended == 0 ? null : Duration.ofMillis(ended - began),
        "GET",
        "/",
        null,
        Map.of(),
        null,
        0,
        "token",
        null,
        null,
        null,
        200,
        "ok",
        List.of());
  }

  @Test
  void the_peak_is_the_most_at_one_time() {
    assertThat(Overlap.peak(List.of())).isZero();
    assertThat(Overlap.peak(List.of(between(1, 2), between(2, 3)))).isEqualTo(1);
    assertThat(Overlap.peak(List.of(between(4, 9), between(1, 5), between(2, 3)))).isEqualTo(2);
    assertThat(Overlap.peak(List.of(between(1, 0), between(2, 0), between(3, 4)))).isEqualTo(3);
  }
}
