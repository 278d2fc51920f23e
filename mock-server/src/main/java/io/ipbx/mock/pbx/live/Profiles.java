package io.ipbx.mock.pbx.live;

import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The profiles of all people; at most one of each person's is active. */
public final class Profiles {

  private final Staff staff;
  private List<Profile> all;
  private Set<Person> given = new HashSet<>();

  public Profiles(Staff staff) {
    this.staff = staff;
    this.all = initial();
  }

  private List<Profile> initial() {
    List<Profile> profiles = new ArrayList<>();
    List<Person> people = staff.people();
    for (Person owner : people) {
      String colleague = people.get((owner.place() + 1) % people.size()).extension();
      for (ProfileKind kind : ProfileKind.values()) {
        profiles.add(Profile.initial(owner, kind, colleague));
      }
    }
    return profiles;
  }

  public synchronized List<Profile> of(Person owner) {
    return all.stream().filter(profile -> profile.owner().equals(owner)).toList();
  }

  /** The profile of that id. */
  public synchronized Profile get(int id) {
    if (id < 1 || id > all.size()) {
      throw new NotFoundException("there is no profile " + id);
    }
    return all.get(id - 1);
  }

  /** Changes a profile; one that becomes active takes the place of the one that was. */
  public synchronized void change(int id, ProfileChange change) {
    Profile changed = change.of(get(id));
    if (changed.active()) {
      all.replaceAll(
          other -> other.owner().equals(changed.owner()) ? other.withActive(false) : other);
    }
    all.set(id - 1, changed);
  }

  /** Makes a profile the person's; whether it is the first that this person was given. */
  public synchronized boolean give(Person person, int id) {
    if (!get(id).owner().equals(person)) {
      throw new NotFoundException("there is no profile " + id + " of " + person.login());
    }
    change(id, new ProfileChange(true, null, null, null));
    return given.add(person);
  }

  public synchronized void reset() {
    all = initial();
    given = new HashSet<>();
  }

  /** What was changed, for {@link #read}. */
  public synchronized JsonObject snapshot() {
    List<Profile> initial = initial();
    JsonArray changed = new JsonArray();
    all.stream()
        .filter(profile -> !profile.equals(initial.get(profile.id() - 1)))
        .forEach(profile -> changed.add(json(profile)));
    JsonArray logins = new JsonArray();
    given.stream().map(Person::login).sorted().forEach(logins::add);
    return new JsonObject().put("changed", changed).put("given", logins);
  }

  private static JsonObject json(Profile profile) {
    return new JsonObject()
        .put("id", profile.id())
        .put("active", profile.active())
        .put("endpointId", profile.endpointId())
        .put("fwd", profile.forward())
        .put("fwdNum", profile.forwardNumber());
  }

  /** Puts back what {@link #snapshot} wrote, once it is run. */
  public Runnable read(Fields snapshot) {
    List<Profile> profiles = initial();
    snapshot
        .list("changed", this::profile)
        .forEach(profile -> profiles.set(profile.id() - 1, profile));
    Set<Person> people = new HashSet<>(snapshot.list("given", this::person));
    return () -> put(profiles, people);
  }

  private Person person(String where, Object json) {
    String login = Fields.text(where, json);
    return staff.people().stream()
        .filter(person -> person.login().equals(login))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(where + ": there is no login '" + login + "'"));
  }

  private synchronized void put(List<Profile> profiles, Set<Person> people) {
    all = profiles;
    given = people;
  }

  private Profile profile(String where, Object json) {
    Fields read = Fields.of(where, json);
    long id = read.number("id");
    Profile old =
        Stream.of(initial())
            .flatMap(List::stream)
            .filter(profile -> profile.id() == id)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(read.at("id") + ": there is no profile " + id));
    return new Profile(
        old.owner(),
        old.kind(),
        read.flag("active"),
        read.value("endpointId") == null ? null : (int) read.number("endpointId"),
        read.text("fwd"),
        read.textOrNull("fwdNum"));
  }
}
