package io.ipbx.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a body claims to be decides how it is taken, and is there for whoever looks at it. */
class ContentTypeTest extends SharedMock {

  private static HttpResponse<String> call(String type) {
    String bearer = RunningMock.bearer(mock.login());
    String body =
        "{\"to\":\"202\",\"fromUser\":{\"identityType\":\"line\",\"identityValue\":\"201\"}}";
    return mock.send(
        mock.request("/calls", "Authorization", bearer, "Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "application/json; charset=utf-8, 200",
    "Application/JSON;charset=UTF-8, 200",
    "application/jsonx, 400",
    "application/json-patch+json, 400",
    "application/x-www-form-urlencoded, 400",
    "multipart/form-data; boundary=x, 400",
    "text/plain, 400"
  })
  void json_is_what_says_so(String type, int status) {
    assertThat(call(type).statusCode()).isEqualTo(status);
    assertThat(mock.mock().journal().recorded())
        .last()
        .satisfies(request -> assertThat(request.headers()).containsEntry("content-type", type));
  }

  @Test
  void a_fault_may_ask_for_any_type() {
    mock.mock()
        .faults()
        .add(
            FaultMatch.endpoint("createCall").withHeader("Content-Type", "text/*"),
            FaultEffects.status(418));

    assertThat(call("text/plain").statusCode()).isEqualTo(418);
    assertThat(call("application/json").statusCode()).isEqualTo(200);
  }
}
