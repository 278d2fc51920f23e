package io.ipbx.mock.control;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the mock got, and what became of it. Passwords, tokens and keys are masked as
 * {@code ***}.
 *
 * @param sequence its place among all requests to that mock, from 1
 * @param at when it came, by the mock's clock
 * @param began when it came, since the mock was made, by a clock that nobody moves
 * @param took until it was over; null while it is under way
 * @param path without the query
 * @param query null when there is none
 * @param headers by name in any case, the values of one name joined by commas
 * @param body its first 4 KiB; null when there was none
 * @param bodyLength of the whole body, in bytes
 * @param endpoint {@code token}, {@code token-exchange}, {@code userinfo}, {@code logout}, {@code
 *     revoke}, {@code discovery}, {@code certs}, the {@code operationId} of a contract, or {@code
 *     unknown}
 * @param grant of a token request: {@code password}, {@code refresh_token}, {@code exchange} or
 *     {@code invalid}; null of others
 * @param identity whose request it was: an e-mail, or {@code access→user}; null when nobody's
 * @param client the OAuth client that it named; null when it named none
 * @param status of the answer; 0 while, or when, there was none
 * @param outcome what the mock did, be the client told or not: {@code ok}, the error's name, {@code
 *     status_} and the status, {@code unanswered}, or {@code pending}
 * @param faults the ids of those that it got, in the order in which they acted
 */
public record RecordedRequest(
    long sequence,
    Instant at,
    Duration began,
    @Nullable Duration took,
    String method,
    String path,
    @Nullable String query,
    Map<String, String> headers,
    @Nullable String body,
    int bodyLength,
    String endpoint,
    @Nullable String grant,
    @Nullable String identity,
    @Nullable String client,
    int status,
    String outcome,
    List<String> faults) {

  /** The outcome of a request that is under way. */
  public static final String PENDING = "pending";

  /** As the control API shows it. */
  public JsonObject toJson() {
    JsonObject shown =
        new JsonObject()
            .put("sequence", sequence)
            .put("at", at.toString())
            .put("began", began.toString())
            .put("took", took == null ? null : took.toString())
            .put("method", method)
            .put("path", path)
            .put("query", query)
            .put("headers", new JsonObject(Map.copyOf(headers)))
            .put("body", body)
            .put("bodyLength", bodyLength)
            .put("endpoint", endpoint)
            .put("grant", grant)
            .put("identity", identity)
            .put("client", client)
            .put("status", status)
            .put("outcome", outcome)
            .put("faults", new JsonArray(faults));
    shown.getMap().values().removeIf(java.util.Objects::isNull);
    return shown;
  }

  /** One line for people. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder("#").append(sequence).append(' ').append(at).append(' ');
    line.append(method).append(' ').append(path).append(query == null ? "" : "?" + query);
    line.append(" (").append(endpoint).append(grant == null ? "" : ", " + grant);
    line.append(identity == null ? "" : ", " + identity).append(") -> ");
    line.append(status == 0 ? "" : status + " ").append(outcome);
    line.append(took == null ? "" : " in " + took.toMillis() + " ms");
    return line.append(faults.isEmpty() ? "" : ", faults " + faults).toString();
  }
}
