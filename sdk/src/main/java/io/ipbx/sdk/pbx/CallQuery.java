package io.ipbx.sdk.pbx;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of the history are wanted; what is not set does not narrow. Setting null takes a
 * condition back. Not safe for use by several threads at once.
 */
public final class CallQuery {

  /** How a text is compared: the values known of the API. */
  public enum Match {
    EQUAL("equal"),
    LIKE("like");

    private final String wire;

    Match(String wire) {
      this.wire = wire;
    }
  }

  public static final int MAX_PAGE_SIZE = 5000;

  private final Map<String, Object> parameters = new LinkedHashMap<>();

  public CallQuery() {}

  public CallQuery(CallQuery other) {
    parameters.putAll(other.parameters);
  }

  /** Calls the name and value of each query parameter; one with several values is repeated. */
  public void forEach(BiConsumer<String, Object> parameter) {
    parameters.forEach(
        (name, value) -> {
          if (value instanceof List<?> values) {
            values.forEach(each -> parameter.accept(name, each));
          } else {
            parameter.accept(name, value);
          }
        });
  }

  private CallQuery set(String name, @Nullable Object value) {
    if (value == null) {
      parameters.remove(name);
    } else {
      parameters.put(name, value);
    }
    return this;
  }

  private CallQuery set(String name, @Nullable String value, Match match) {
    set(name + "Filter", value == null ? null : match.wire);
    return set(name, value);
  }

  /** The legs of one call. */
  public CallQuery setLinkedId(@Nullable String linkedId) {
    return set("linkedid", linkedId);
  }

  /** The calling number, compared as {@code match} says. */
  public CallQuery setSource(@Nullable String number, Match match) {
    return set("src", number, match);
  }

  /** The called number, compared as {@code match} says. */
  public CallQuery setDestination(@Nullable String number, Match match) {
    return set("dst", number, match);
  }

  public CallQuery setLine(@Nullable String line, Match match) {
    return set("line", line, match);
  }

  public CallQuery setTrunk(@Nullable String trunk, Match match) {
    return set("trunk", trunk, match);
  }

  /** The outside party's number, compared as {@code match} says. */
  public CallQuery setPhoneNumber(@Nullable String number, Match match) {
    return set("phoneNumber", number, match);
  }

  /** Ids of categories: one of each inner list, of all the lists. */
  public CallQuery setCategories(@Nullable List<List<Integer>> categories) {
    return set("categories", categories == null ? null : categories.toString());
  }

  public CallQuery setTeams(@Nullable List<Integer> teams) {
    return set("teams", teams);
  }

  /** Telephone extensions. */
  public CallQuery setExtensions(@Nullable List<String> extensions) {
    return set("extensions", extensions);
  }

  /** Whether each call comes with its note and categories. */
  public CallQuery setMetadata(@Nullable Boolean metadata) {
    return set("metadata", metadata);
  }

  /** The outcome in the switchboard's words. */
  public CallQuery setDisposition(@Nullable String disposition) {
    return set("disposition", disposition);
  }

  public CallQuery setWay(@Nullable CallWay way) {
    return set("way", way);
  }

  /** The page asked for, from 1; the first when none was set. */
  public int page() {
    return parameters.get("page") instanceof Integer page ? page : 1;
  }

  /** From 1. */
  public CallQuery setPage(@Nullable Integer page) {
    return set("page", page);
  }

  /** From 1 to {@value #MAX_PAGE_SIZE}; 100 when not set. */
  public CallQuery setPageSize(@Nullable Integer pageSize) {
    return set("pageSize", pageSize);
  }

  /** Calls that began then or later. */
  public CallQuery setStartTime(@Nullable OffsetDateTime from) {
    return set("startTime", from);
  }

  /** Calls that began then or earlier. */
  public CallQuery setEndTime(@Nullable OffsetDateTime to) {
    return set("endTime", to);
  }

  /** A column by its name on the wire, such as {@code calldate}. */
  public CallQuery setSortColumn(@Nullable String column) {
    return set("sortColumn", column);
  }

  public CallQuery setDescending(@Nullable Boolean descending) {
    return set("sortDirection", descending == null ? null : descending ? "desc" : "asc");
  }

  /** The zone in which the answer's times are given; Europe/Prague when not set. */
  public CallQuery setTimezone(@Nullable ZoneId zone) {
    return set("timezone", zone);
  }

  @Override
  public String toString() {
    return "CallQuery" + parameters;
  }
}
