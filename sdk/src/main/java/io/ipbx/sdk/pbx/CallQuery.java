package io.ipbx.sdk.pbx;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which calls of the history are wanted, by the time they began; 100 to a page when not set. */
public final class CallQuery extends PagedQuery<CallQuery> {

  /** How a text is compared: the values that are known; the API may have others. */
  public enum Match {
    EQUAL("equal"),
    LIKE("like");

    private final String wire;

    Match(String wire) {
      this.wire = wire;
    }
  }

  public static final int MAX_PAGE_SIZE = 5000;

  public CallQuery() {}

  public CallQuery(CallQuery other) {
    super(other);
  }

  @Override
  public CallQuery copy() {
    return new CallQuery(this);
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
}
