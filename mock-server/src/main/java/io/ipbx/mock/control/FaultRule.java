package io.ipbx.mock.control;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;

/**
 * One way to misbehave: which requests it is for, what happens to them, and for how long. The same
 * in Java, over REST and in the configuration, where its JSON is {@code {"id", "match", "effect",
 * "times", "ttl"}}.
 */
@DataObject
@JsonGen(publicConverter = false)
public class FaultRule {

  private String id = "";
  private FaultMatch match = new FaultMatch();
  private FaultEffect effect = new FaultEffect();
  private long times;
  private long ttl;

  /** A rule for every request; without an effect yet. */
  public FaultRule() {}

  /** A rule that does {@code effect} to what {@code match} picks, until it is removed. */
  public FaultRule(FaultMatch match, FaultEffect effect) {
    this.match = match;
    this.effect = effect;
  }

  public FaultRule(FaultRule other) {
    this(other.toJson());
  }

  /**
   * A rule as it was written.
   *
   * @throws IllegalArgumentException naming the member that is not known, or has a value of another
   *     kind, and what is allowed
   */
  public FaultRule(JsonObject json) {
    FaultRuleConverter.fromJson(JsonShape.checked("", FaultRule.class, json), this);
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    FaultRuleConverter.toJson(this, json);
    return json;
  }

  /**
   * This rule, when it makes sense. Whether its endpoint exists is checked where it is added.
   *
   * @throws IllegalArgumentException naming the member that does not and what is allowed
   */
  public FaultRule validate() {
    JsonShape.range("times", times, 0, Integer.MAX_VALUE);
    JsonShape.range("ttl", ttl, 0, Integer.MAX_VALUE);
    if (!id.isEmpty() && !id.matches("[\\w.-]{1,64}")) {
      throw new IllegalArgumentException(
          "id is '" + id + "': allowed are 1 to 64 letters, digits, '_', '.' and '-'");
    }
    match.validate();
    effect.validate();
    return this;
  }

  public String getId() {
    return id;
  }

  /** The name by which the journal tells of it; a rule whose id is empty is given one. */
  public FaultRule setId(String id) {
    this.id = id;
    return this;
  }

  public FaultMatch getMatch() {
    return match;
  }

  /** Which requests it is for; all of them by default. */
  public FaultRule setMatch(FaultMatch match) {
    this.match = match;
    return this;
  }

  public FaultEffect getEffect() {
    return effect;
  }

  /** What happens to them. */
  public FaultRule setEffect(FaultEffect effect) {
    this.effect = effect;
    return this;
  }

  public long getTimes() {
    return times;
  }

  /** How often it acts before it is gone; 0 for no limit. */
  public FaultRule setTimes(long times) {
    this.times = times;
    return this;
  }

  public long getTtl() {
    return ttl;
  }

  /** After how many seconds on the mock's clock it is gone; 0 for never. */
  public FaultRule setTtl(long ttl) {
    this.ttl = ttl;
    return this;
  }

  @Override
  public String toString() {
    return "FaultRule" + toJson().encode();
  }
}
