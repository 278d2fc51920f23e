package io.ipbx.mock.portal;

import io.ipbx.mock.AccessOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The accesses of one mock, and the users they may impersonate. */
public final class Portal implements Accesses, Directory {

  private final ConcurrentMap<String, Access> accesses = new ConcurrentHashMap<>();
  private final Map<String, User> users;
  private final List<AccessOptions> initial;
  private final List<Integer> switchboards;
  private final PasswordGenerator generator;
  private final Consumer<String> deleted;

  /**
   * A portal.
   *
   * @param initial the accesses there are from the start
   * @param switchboards the ids there are, not empty
   * @param users who can be impersonated
   * @param seed of generated passwords
   * @param deleted told the e-mail of each access that is no more, and not while this is made
   */
  public Portal(
      List<AccessOptions> initial,
      List<Integer> switchboards,
      List<User> users,
      long seed,
      Consumer<String> deleted) {
    this.initial = List.copyOf(initial);
    this.switchboards = List.copyOf(switchboards);
    this.users = new HashMap<>();
    for (User user : users) {
      this.users.put(user.email(), user);
    }
    this.generator = new PasswordGenerator(new Random(seed));
    this.deleted = deleted;
    reset();
  }

  /** Back to the accesses of the start. */
  public void reset() {
    List<Access> made = new ArrayList<>();
    for (AccessOptions wanted : initial) {
      made.add(
          made(
              wanted.getEmail(),
              wanted.getPassword(),
              wanted.getSwitchboard(),
              wanted.isImpersonation(),
              wanted.isEnabled()));
    }
    replace(made);
  }

  @Override
  public List<Access> list() {
    return accesses.values().stream().sorted(Comparator.comparing(Access::email)).toList();
  }

  @Override
  public @Nullable Access find(String email) {
    return access(email);
  }

  @Override
  public @Nullable Access access(String email) {
    return accesses.get(email.toLowerCase(Locale.ROOT));
  }

  @Override
  public @Nullable User user(String email) {
    return users.get(email.toLowerCase(Locale.ROOT));
  }

  @Override
  public Access create(
      String email,
      @Nullable String password,
      @Nullable Integer switchboard,
      boolean impersonation) {
    Access access = made(email, password, switchboard, impersonation, true);
    if (accesses.putIfAbsent(access.email(), access) != null) {
      throw new IllegalArgumentException(
          "email '" + access.email() + "' is taken by another access");
    }
    return access;
  }

  /** An access as it would be created, and may be put in by {@link #replace}. */
  public Access made(
      String email,
      @Nullable String password,
      @Nullable Integer switchboard,
      boolean impersonation,
      boolean enabled) {
    String name = email.strip().toLowerCase(Locale.ROOT);
    if (!name.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException(
          "email '" + email + "' is not an e-mail address, such as access@example.com");
    }
    int id = switchboard == null ? switchboards.get(0) : switchboard;
    if (!switchboards.contains(id)) {
      throw new IllegalArgumentException(
          "switchboard " + id + " is unknown: there are " + switchboards);
    }
    return access(name, checked(password), id, impersonation).withEnabled(enabled);
  }

  /** Puts {@code all} in the place of those there are. */
  public void replace(List<Access> all) {
    Set<String> gone = new HashSet<>(accesses.keySet());
    for (Access access : all) {
      accesses.put(access.email(), access);
      gone.remove(access.email());
    }
    gone.forEach(this::delete);
  }

  private static Access access(
      String email, String password, int switchboard, boolean impersonation) {
    int at = email.indexOf('@');
    int dot = email.indexOf('.', at);
    return new Access(
        idOf(email),
        email,
        capitalised(email.substring(0, at)),
        capitalised(email.substring(at + 1, dot < 0 ? email.length() : dot)),
        password,
        switchboard,
        impersonation,
        true);
  }

  private static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private String checked(@Nullable String password) {
    if (password == null) {
      synchronized (generator) {
        return generator.next();
      }
    }
    List<PasswordPolicy.Violation> broken = PasswordPolicy.check(password);
    if (!broken.isEmpty()) {
      throw new PasswordRejectedException(broken);
    }
    return password;
  }

  /** The same subject for the same e-mail, in every run. */
  private static String idOf(String email) {
    return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public Access setEnabled(String email, boolean enabled) {
    Access changed =
        accesses.computeIfPresent(
            email.toLowerCase(Locale.ROOT), (name, old) -> old.withEnabled(enabled));
    if (changed == null) {
      throw new IllegalArgumentException("there is no access '" + email + "'");
    }
    return changed;
  }

  @Override
  public boolean delete(String email) {
    Access gone = accesses.remove(email.toLowerCase(Locale.ROOT));
    if (gone != null) {
      deleted.accept(gone.email());
    }
    return gone != null;
  }
}
