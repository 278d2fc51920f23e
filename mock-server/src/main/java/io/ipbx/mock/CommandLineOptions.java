package io.ipbx.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.ipbx.mock.http.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the program: a file first, then what the command line says over it. */
final class CommandLineOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML with the names of the options and, under settings, of the settings.")
  private @Nullable Path config;

  @Option(names = "--host", description = "Where to listen. Default: 127.0.0.1")
  private @Nullable String host;

  @Option(names = "--port", description = "0 for any that is free. Default: 8080")
  private @Nullable Integer port;

  @Option(names = "--tls", description = "Speak TLS with a certificate made for the run.")
  private boolean tls;

  @Option(
      names = "--preset",
      description = "${COMPLETION-CANDIDATES}. Default: WIKI_V11 (tokens of one hour)")
  private @Nullable Preset preset;

  @Option(
      names = "--token-ttl",
      paramLabel = "SECONDS",
      description = "Lifetime of access tokens. Default: 3600")
  private @Nullable Long tokenTtl;

  @Option(
      names = "--refresh-ttl",
      paramLabel = "SECONDS",
      description = "Lifetime of refresh tokens. Default: 7200")
  private @Nullable Long refreshTtl;

  @Option(
      names = "--rotate-refresh-tokens",
      description = "A refresh token is good once; its second use ends the session.")
  private boolean rotateRefreshTokens;

  @Option(names = "--signing", description = "${COMPLETION-CANDIDATES}. Default: ES256")
  private @Nullable Signing signing;

  @Option(names = "--seed", description = "Of the world. Default: 2026")
  private @Nullable Long seed;

  @Option(names = "--calls", description = "How many the history holds. Default: 1000")
  private @Nullable Integer calls;

  @Option(names = "--verbose", description = "Print a line for each request.")
  private boolean verbose;

  /**
   * The options as one.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  MockOptions toMockOptions() throws IOException {
    MockOptions options = config == null ? new MockOptions() : read(config);
    if (preset != null) {
      options.setSettings(MockSettings.of(preset));
    }
    MockSettings settings = options.getSettings();
    apply(options);
    apply(settings);
    return options.validate();
  }

  private void apply(MockOptions options) {
    options
        .setHost(host != null ? host : options.getHost())
        .setPort(port != null ? port : options.getPort())
        .setSeed(seed != null ? seed : options.getSeed())
        .setCalls(calls != null ? calls : options.getCalls())
        .setTls(tls || options.isTls())
        .setVerbose(verbose || options.isVerbose());
  }

  private void apply(MockSettings settings) {
    settings
        .setAccessTokenTtl(tokenTtl != null ? tokenTtl : settings.getAccessTokenTtl())
        .setRefreshTokenTtl(refreshTtl != null ? refreshTtl : settings.getRefreshTokenTtl())
        .setSigning(signing != null ? signing : settings.getSigning())
        .setRotateRefreshTokens(rotateRefreshTokens || settings.isRotateRefreshTokens());
  }

  private static MockOptions read(Path file) throws IOException {
    Object yaml = new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), Object.class);
    if (!(yaml instanceof Map<?, ?> members)) {
      throw new IllegalArgumentException(file + " does not hold a mapping of names to values");
    }
    JsonObject json = new JsonObject();
    members.forEach((name, value) -> json.put(String.valueOf(name), value));
    try {
      refuseWrong(json, new MockOptions().toJson());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
    }
    return new MockOptions(json);
  }

  private static void refuseWrong(JsonObject given, JsonObject known) {
    StrictJson.like(known, given, Map.of());
    StrictJson.like(
        known.getJsonObject("settings"),
        given.getJsonObject("settings", new JsonObject()),
        MockSettings.enums());
  }
}
