package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.http.Operation;
import java.util.List;

/** {@code /service}: the switchboard itself. */
record Service(World world) {

  List<Operation> operations() {
    return List.of(Operation.atOnce("reloadPbx", this::reload));
  }

  /** Nothing is ever pending here, so it only looks who is meant. */
  private String reload(ApiRequest request) {
    String host = request.text("hostname");
    if (host != null && world.switchboards().stream().noneMatch(each -> each.host().equals(host))) {
      throw new NotFoundException("there is no switchboard at '" + host + "'");
    }
    world.asker(request).switchboard();
    return "OK";
  }
}
