/** The IPEX auth server, portal and APIs in one offline process. */
module io.ipbx.mock {
  requires transitive io.vertx.core;
  requires io.vertx.codegen.api;
  requires io.vertx.codegen.json;
  requires io.vertx.jsonschema;
  requires io.vertx.openapi;
  requires io.vertx.web;
  requires io.vertx.web.openapi.router;
  requires io.netty.pkitesting;
  requires io.netty.common;
  requires io.netty.transport;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires info.picocli;
  requires org.yaml.snakeyaml;
  requires java.management;
  requires static transitive org.jspecify;
  requires static transitive org.junit.jupiter.api;
  requires static org.junit.platform.commons;

  uses java.security.Provider;

  exports io.ipbx.mock;
  exports io.ipbx.mock.control;
  exports io.ipbx.mock.junit5;
  exports io.ipbx.mock.portal;

  opens io.ipbx.mock to
      info.picocli;
  opens io.ipbx.mock.junit5 to
      org.junit.platform.commons;
  opens io.ipbx.mock.control to
      com.fasterxml.jackson.databind;
}
