package io.ipbx.mock;

import io.ipbx.mock.config.Settings;
import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * How the mock behaves; can be changed while it runs, for the requests that come after. Lifetimes
 * are in seconds.
 */
@DataObject
@JsonGen(publicConverter = false)
public class MockSettings {

  private long accessTokenTtl = 3_600;
  private long refreshTokenTtl = 7_200;
  private long sessionMax = 36_000;
  private boolean rotateRefreshTokens;
  private long rotationGrace;
  private Signing signing = Signing.ES256;
  private KeycloakGeneration keycloakGeneration = KeycloakGeneration.CLASSIC;
  private int wrongPasswordStatus;
  private int bruteForceFailures;
  private long bruteForceWait = 60;
  private boolean actClaim;
  private long notBefore;
  private String clientId = "api";
  private int maxSessions = 50_000;
  private int journalSize = 2_000;

  /** Those of {@link Preset#WIKI_V11}. */
  public MockSettings() {}

  public MockSettings(MockSettings other) {
    this(other.toJson());
  }

  public MockSettings(JsonObject json) {
    MockSettingsConverter.fromJson(json, this);
  }

  /** The settings that {@code preset} stands for. */
  public static MockSettings of(Preset preset) {
    MockSettings settings = new MockSettings();
    return preset == Preset.CURRENT ? settings.setAccessTokenTtl(3_000) : settings;
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    MockSettingsConverter.toJson(this, json);
    return json;
  }

  /** The constants that may be named in JSON, by the name of the setting. */
  public static Map<String, Enum<?>[]> enums() {
    return Map.of("signing", Signing.values(), "keycloakGeneration", KeycloakGeneration.values());
  }

  /**
   * These settings, when they make sense.
   *
   * @throws IllegalArgumentException naming the setting that does not and what is allowed
   */
  public MockSettings validate() {
    Settings.check(toJson());
    return this;
  }

  public long getAccessTokenTtl() {
    return accessTokenTtl;
  }

  /** How long an access token is valid. */
  public MockSettings setAccessTokenTtl(long accessTokenTtl) {
    this.accessTokenTtl = accessTokenTtl;
    return this;
  }

  public long getRefreshTokenTtl() {
    return refreshTokenTtl;
  }

  /** How long a session lasts without a refresh. */
  public MockSettings setRefreshTokenTtl(long refreshTokenTtl) {
    this.refreshTokenTtl = refreshTokenTtl;
    return this;
  }

  public long getSessionMax() {
    return sessionMax;
  }

  /** How long a session lasts at the most; no token outlives it. */
  public MockSettings setSessionMax(long sessionMax) {
    this.sessionMax = sessionMax;
    return this;
  }

  public boolean isRotateRefreshTokens() {
    return rotateRefreshTokens;
  }

  /** Whether a refresh token is good for one use, its second use ending the session. */
  public MockSettings setRotateRefreshTokens(boolean rotateRefreshTokens) {
    this.rotateRefreshTokens = rotateRefreshTokens;
    return this;
  }

  public long getRotationGrace() {
    return rotationGrace;
  }

  /** For how many milliseconds the refresh token used last is still taken; 0 for none. */
  public MockSettings setRotationGrace(long rotationGrace) {
    this.rotationGrace = rotationGrace;
    return this;
  }

  public Signing getSigning() {
    return signing;
  }

  /** How access and ID tokens are signed. */
  public MockSettings setSigning(Signing signing) {
    this.signing = signing;
    return this;
  }

  public KeycloakGeneration getKeycloakGeneration() {
    return keycloakGeneration;
  }

  /** Whose answers are given where versions differ. */
  public MockSettings setKeycloakGeneration(KeycloakGeneration keycloakGeneration) {
    this.keycloakGeneration = keycloakGeneration;
    return this;
  }

  public int getWrongPasswordStatus() {
    return wrongPasswordStatus;
  }

  /** 401 or 400; 0 for what the generation answers. */
  public MockSettings setWrongPasswordStatus(int wrongPasswordStatus) {
    this.wrongPasswordStatus = wrongPasswordStatus;
    return this;
  }

  public int getBruteForceFailures() {
    return bruteForceFailures;
  }

  /** After how many wrong passwords in a row an access is locked; 0 for never. */
  public MockSettings setBruteForceFailures(int bruteForceFailures) {
    this.bruteForceFailures = bruteForceFailures;
    return this;
  }

  public long getBruteForceWait() {
    return bruteForceWait;
  }

  /** For how many seconds an access is locked. */
  public MockSettings setBruteForceWait(long bruteForceWait) {
    this.bruteForceWait = bruteForceWait;
    return this;
  }

  public boolean isActClaim() {
    return actClaim;
  }

  /** Whether the token of an impersonated user names the access in {@code act} (RFC 8693). */
  public MockSettings setActClaim(boolean actClaim) {
    this.actClaim = actClaim;
    return this;
  }

  public long getNotBefore() {
    return notBefore;
  }

  /** Tokens issued before this second since the epoch are stale; 0 for none. */
  public MockSettings setNotBefore(long notBefore) {
    this.notBefore = notBefore;
    return this;
  }

  public String getClientId() {
    return clientId;
  }

  /** The one public client. */
  public MockSettings setClientId(String clientId) {
    this.clientId = clientId;
    return this;
  }

  public int getMaxSessions() {
    return maxSessions;
  }

  /**
   * How many sessions are remembered; the oldest end first, so that load cannot fill the memory.
   */
  public MockSettings setMaxSessions(int maxSessions) {
    this.maxSessions = maxSessions;
    return this;
  }

  public int getJournalSize() {
    return journalSize;
  }

  /** How many requests the journal holds, the newest; 0 turns it off. Counters go on regardless. */
  public MockSettings setJournalSize(int journalSize) {
    this.journalSize = journalSize;
    return this;
  }

  @Override
  public String toString() {
    return "MockSettings" + toJson().encode();
  }
}
