package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import java.util.function.Function;

/** {@code PUT /service/reload}: nothing is ever pending here, so it only looks who is meant. */
record ReloadPbx(World world) implements Function<ApiRequest, Object> {

  @Override
  public String apply(ApiRequest request) {
    String host = request.text("hostname");
    if (host != null && world.switchboards().stream().noneMatch(each -> each.host().equals(host))) {
      throw new NotFoundException("there is no switchboard at '" + host + "'");
    }
    world.asker(request).switchboard();
    return "OK";
  }
}
