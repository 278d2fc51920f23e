package io.ipbx.mock.control;

import io.ipbx.mock.match.Wildcard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requests of a journal that meet all conditions given. Immutable: each condition makes a new
 * query, and each answer is of the moment it is asked for. In texts {@code *} stands for any
 * characters.
 */
public final class RequestQuery {

  /** Something that must hold, and what holds instead. */
  private record Condition(
      String name,
      String wanted,
      Predicate<String> met,
      Function<RecordedRequest, @Nullable Object> actual) {

    boolean holds(RecordedRequest request) {
      Object value = actual.apply(request);
      return value instanceof List<?> several
          ? several.stream().map(String::valueOf).anyMatch(met)
          : value != null && met.test(String.valueOf(value));
    }

    String difference(RecordedRequest request) {
      return name + " is " + actual.apply(request) + ", not " + wanted;
    }
  }

  private final MockJournal journal;
  private final List<Condition> conditions;

  RequestQuery(MockJournal journal) {
    this(journal, List.of());
  }

  private RequestQuery(MockJournal journal, List<Condition> conditions) {
    this.journal = journal;
    this.conditions = conditions;
  }

  private RequestQuery where(
      String name, Object wanted, Function<RecordedRequest, @Nullable Object> actual) {
    List<Condition> more = new ArrayList<>(conditions);
    String text = String.valueOf(wanted);
    more.add(new Condition(name, text, Wildcard.exact(text), actual));
    return new RequestQuery(journal, List.copyOf(more));
  }

  /** As {@link RecordedRequest#endpoint}. */
  public RequestQuery endpoint(String endpoint) {
    return where("endpoint", endpoint, RecordedRequest::endpoint);
  }

  public RequestQuery method(String method) {
    return where("method", method, RecordedRequest::method);
  }

  /** The path without the query. */
  public RequestQuery path(String path) {
    return where("path", path, RecordedRequest::path);
  }

  /** {@code password}, {@code refresh_token}, {@code exchange} or {@code invalid}. */
  public RequestQuery grant(String grant) {
    return where("grant", grant, RecordedRequest::grant);
  }

  /** An e-mail, or {@code access→user}. */
  public RequestQuery identity(String identity) {
    return where("identity", identity, RecordedRequest::identity);
  }

  public RequestQuery client(String client) {
    return where("client", client, RecordedRequest::client);
  }

  public RequestQuery header(String name, String value) {
    return where("header " + name, value, request -> request.headers().get(name));
  }

  public RequestQuery status(int status) {
    return where("status", status, RecordedRequest::status);
  }

  /** As {@link RecordedRequest#outcome}. */
  public RequestQuery outcome(String outcome) {
    return where("outcome", outcome, RecordedRequest::outcome);
  }

  /** Requests that the fault of that id did something to. */
  public RequestQuery fault(String id) {
    return where("faults", id, RecordedRequest::faults);
  }

  /** What is found, the oldest first. */
  public List<RecordedRequest> list() {
    return journal.recorded().stream().filter(this::matches).toList();
  }

  /** How many the journal holds. */
  public int count() {
    return list().size();
  }

  /** The most that were under way at the same time. */
  public int peak() {
    return Overlap.peak(list());
  }

  /** Claims about what is found. */
  public RequestVerification verify() {
    return new RequestVerification(journal, this);
  }

  /** Whether all conditions hold for {@code request}. */
  public boolean matches(RecordedRequest request) {
    return conditions.stream().allMatch(condition -> condition.holds(request));
  }

  /** The requests of {@code all} that are closest to being found, and what keeps them from it. */
  String nearest(List<RecordedRequest> all, int most) {
    Comparator<RecordedRequest> closest =
        Comparator.<RecordedRequest>comparingLong(
                request -> conditions.stream().filter(one -> !one.holds(request)).count())
            .thenComparing(RecordedRequest::sequence, Comparator.reverseOrder());
    return all.stream()
        .sorted(closest)
        .limit(most)
        .map(request -> "\n  " + request + differences(request))
        .collect(Collectors.joining());
  }

  private String differences(RecordedRequest request) {
    String apart =
        conditions.stream()
            .filter(one -> !one.holds(request))
            .map(one -> one.difference(request))
            .collect(Collectors.joining("; "));
    return apart.isEmpty() ? "" : "\n      " + apart;
  }

  @Override
  public String toString() {
    return conditions.isEmpty()
        ? "any request"
        : conditions.stream()
            .map(one -> one.name() + " " + one.wanted())
            .collect(Collectors.joining(", ", "requests with ", ""));
  }
}
