package io.ipbx.sdk.pbx.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.pbx.Page;
import io.ipbx.sdk.pbx.PagedStream;
import io.ipbx.sdk.pbx.drift.ContractServer.Exchange;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SDK and the contract say the same: each method is called with everything set, a server that
 * has only the contract to go by judges the request and answers with everything that may be there,
 * and what was read is written again and held against that.
 */
@Tag("openapi")
class DriftTest {

  private static final Contract CONTRACT = new Contract();
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(OffsetDateTime.class, new Moment()))
          .addMixIn(Page.class, WithoutTheWayOn.class)
          .build();

  private static final Map<String, Set<String>> SENT = new TreeMap<>();
  private static final Map<String, Set<String>> WRITTEN = new TreeMap<>();

  private static Vertx vertx;
  private static ContractServer server;
  private static IpbxClient client;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    server = new ContractServer(vertx, CONTRACT);
    client =
        IpbxClient.create(
            vertx,
            new IpbxOptions()
                .setAuthUrl(server.url())
                .setApiUrl(server.url())
                .setUsername("access@example.com")
                .setPassword("Passw0rd.2026"));
    for (Visit visit : Visit.all()) {
      visit.make(client);
      Exchange seen = server.last();
      SENT.computeIfAbsent(seen.operation(), id -> new TreeSet<>()).addAll(seen.parameters());
      WRITTEN.computeIfAbsent(seen.operation(), id -> new TreeSet<>()).addAll(seen.bodyMembers());
    }
  }

  @AfterAll
  static void stop() {
    Await.result(client.close());
    server.close();
    Await.result(vertx.close());
  }

  static Set<String> operations() {
    return new LinkedHashSet<>(CONTRACT.operations());
  }

  static List<Visit> visits() {
    return Visit.all().stream().filter(visit -> !visit.backwards()).toList();
  }

  @Test
  void every_operation_has_a_method_and_every_method_an_operation() {
    assertThat(SENT.keySet()).isEqualTo(CONTRACT.operations());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_parameter_is_sent_and_no_other(String operation) {
    assertThat(SENT.get(operation)).isEqualTo(CONTRACT.parameters(operation));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_member_of_the_body_is_sent_and_no_other(String operation) {
    assertThat(WRITTEN.get(operation)).isEqualTo(CONTRACT.bodyMembers(operation));
  }

  @ParameterizedTest
  @MethodSource("visits")
  void every_field_is_read_and_there_is_no_other(Visit visit) throws Exception {
    server.answerInFull(true);
    Object read = visit.make(client);
    JsonNode answered = server.last().answer();

    if (answered.isMissingNode()) {
      assertThat(read).isEqualTo(ContractServer.BYTES);
    } else if (read != null) {
      boolean item = visit.method().getReturnType() == PagedStream.class;
      JsonNode sent = item ? itemOf(answered) : answered;
      assertSame(sent, MAPPER.valueToTree(read), visit.toString());
    } else {
      assertThat(answered.isTextual()).as("answered %s", answered).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("visits")
  void an_answer_with_no_more_than_it_must_have_is_read(Visit visit) throws Exception {
    if (visit.method().getReturnType() == PagedStream.class) {
      return;
    }
    server.answerInFull(false);
    Object read = visit.make(client);

    assertThat(read == null).isEqualTo(server.last().answer().isTextual());
  }

  private static JsonNode itemOf(JsonNode page) {
    return page.has("items") ? page.path("items").path(0) : page.path("files").path(0);
  }

  private static void assertSame(JsonNode sent, JsonNode read, String where) {
    if (sent.isObject()) {
      Set<String> fields = new TreeSet<>();
      sent.fieldNames().forEachRemaining(fields::add);
      Set<String> members = new TreeSet<>();
      read.fieldNames().forEachRemaining(members::add);
      assertThat(members).as(where).isEqualTo(fields);
      fields.forEach(name -> assertSame(sent.get(name), read.get(name), where + "/" + name));
    } else if (sent.isArray()) {
      assertThat(read).as(where).hasSameSizeAs(sent);
      for (int i = 0; i < sent.size(); i++) {
        assertSame(sent.get(i), read.get(i), where + "/" + i);
      }
    } else if (sent.isNumber()) {
      assertThat(read.doubleValue()).as(where).isEqualTo(sent.doubleValue());
    } else {
      assertThat(read).as(where).isEqualTo(sent);
    }
  }

  @JsonIgnoreProperties("pages")
  private interface WithoutTheWayOn {}

  private static final class Moment extends StdSerializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    Moment() {
      super(OffsetDateTime.class);
    }

    @Override
    public void serialize(OffsetDateTime moment, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
    }
  }
}
