package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.live.LiveCalls;
import io.ipbx.mock.pbx.live.Profiles;
import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.SeededCalls;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.portal.User;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The people of a world and their calls. */
final class Scene {

  private final Staff staff;
  private final LiveCalls live;
  private final Profiles profiles;
  private final Recordings recordings = new Recordings();
  private final DayCounts counts = new DayCounts();

  Scene(long seed, int calls, List<User> users) {
    this.staff = new Staff(users, seed);
    this.live = new LiveCalls(staff, seed, new CallHistory(new SeededCalls(seed, calls, staff)));
    this.profiles = new Profiles(staff);
  }

  Staff staff() {
    return staff;
  }

  Profiles profiles() {
    return profiles;
  }

  Recordings recordings() {
    return recordings;
  }

  DayCounts counts() {
    return counts;
  }

  LiveCalls live() {
    return live;
  }

  void reset() {
    live.reset();
    profiles.reset();
    recordings.reset();
  }

  JsonObject snapshot() {
    return new JsonObject()
        .put("calls", live.snapshot())
        .put("profiles", profiles.snapshot())
        .put("deletedRecordings", recordings.snapshot());
  }

  Runnable read(Fields snapshot) {
    Runnable calls = live.read(snapshot.object("calls"));
    Runnable people = profiles.read(snapshot.object("profiles"));
    Runnable files = snapshot.part("deletedRecordings", recordings::read);
    return () -> {
      calls.run();
      people.run();
      files.run();
    };
  }
}
