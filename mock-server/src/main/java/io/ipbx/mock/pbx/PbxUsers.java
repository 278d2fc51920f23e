package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /pbx/users}: the people of the house. */
record PbxUsers(World world) {

  List<Operation> operations() {
    return List.of(
        Operation.atOnce("listPbxUsers", this::list), Operation.atOnce("getPbxUser", this::get));
  }

  private JsonArray list(ApiRequest request) {
    int switchboard = world.asker(request).switchboard().id();
    String exten = request.text("exten");
    String login = request.text("login");
    Boolean callcenter = request.flag("callcenter");
    JsonArray users = new JsonArray();
    world.staff().people().stream()
        .filter(person -> person.user().switchboard() == switchboard)
        .filter(person -> exten == null || person.extension().equals(exten))
        .filter(person -> login == null || person.login().equalsIgnoreCase(login))
        .filter(person -> callcenter == null || !callcenter || person.isAgent())
        .forEach(person -> users.add(user(person)));
    return users;
  }

  private JsonObject get(ApiRequest request) {
    Person person = world.staff().byId(request.pathText("userId"));
    int switchboard = request.number("pbxId", person.user().switchboard());
    if (world.switchboard(switchboard).id() != person.user().switchboard()) {
      throw new NotFoundException(
          "there is no user '" + person.id() + "' of switchboard " + switchboard);
    }
    return user(person);
  }

  private static JsonObject user(Person person) {
    return new JsonObject()
        .put("login", person.login())
        .put("name", person.user().firstName())
        .put("surname", person.user().lastName())
        .put("id", person.id())
        .put("pbxUserId", person.pbxId())
        .put("exten", Integer.valueOf(person.extension()));
  }
}
