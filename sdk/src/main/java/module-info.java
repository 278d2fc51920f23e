/** A non-blocking client of the IPBX API with single-flight token refresh. */
module io.ipbx.sdk {
  requires transitive io.vertx.core;
  requires transitive io.vertx.web.client;
  requires io.vertx.codegen.api;
  requires io.vertx.codegen.json;
  requires io.netty.common;
  requires io.netty.transport;
  requires com.fasterxml.jackson.databind;
  requires com.github.benmanes.caffeine;
  requires static transitive micrometer.core;
  requires static transitive io.vertx.redis.client;
  requires static transitive org.jspecify;

  exports io.ipbx.sdk;
  exports io.ipbx.sdk.auth;
  exports io.ipbx.sdk.micrometer;
  exports io.ipbx.sdk.pbx;
  exports io.ipbx.sdk.spi;
  exports io.ipbx.sdk.store;

  opens io.ipbx.sdk.pbx to
      com.fasterxml.jackson.databind;
}
