/** The IPEX auth server, portal and APIs in one offline process. */
module io.ipbx.mock {
  requires transitive io.vertx.core;
  requires io.vertx.codegen.api;
  requires io.vertx.codegen.json;
  requires static transitive org.jspecify;

  exports io.ipbx.mock;
  exports io.ipbx.mock.control;
  exports io.ipbx.mock.portal;
}
