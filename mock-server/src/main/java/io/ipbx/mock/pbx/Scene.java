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
import java.time.Instant;
import java.util.List;

/** The people of a world and their calls. */
final class Scene {

  private final Staff staff;
  private final SeededCalls seeded;
  private final LiveCalls live;
  private volatile Past past;
  private final Profiles profiles;
  private final Recordings recordings = new Recordings();

  /** What the history was when so much had changed. */
  private record Past(long version, CallHistory history) {}

  Scene(long seed, int calls, List<User> users) {
    this.staff = new Staff(users, seed);
    this.seeded = new SeededCalls(seed, calls, staff);
    this.live = new LiveCalls(staff, seed, calls);
    this.past = new Past(Long.MIN_VALUE, new CallHistory(seeded, List.of()));
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

  LiveCalls live() {
    return live;
  }

  /** The calls that are over at that time: put together anew only when there are more. */
  CallHistory history(Instant now) {
    long version = live.version(now);
    Past known = past;
    if (known.version() != version) {
      known = new Past(version, new CallHistory(seeded, live.over()));
      past = known;
    }
    return known.history();
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
