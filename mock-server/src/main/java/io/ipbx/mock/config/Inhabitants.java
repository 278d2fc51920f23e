package io.ipbx.mock.config;

import io.ipbx.mock.AccessOptions;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.SwitchboardOptions;
import io.ipbx.mock.UserOptions;
import io.ipbx.mock.portal.PasswordPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks what switchboards, users and accesses say of each other. */
public final class Inhabitants {

  private final List<Problem> problems = new ArrayList<>();
  private final Set<Integer> switchboards = new TreeSet<>();

  /** What makes no sense in {@code options}; empty when all does. */
  public static List<Problem> problems(MockOptions options) {
    Inhabitants check = new Inhabitants();
    check.switchboards(options.getSwitchboards());
    check.users(options.getUsers());
    check.accesses(options.getAccesses());
    return check.problems;
  }

  private void switchboards(List<SwitchboardOptions> all) {
    if (all.isEmpty()) {
      add("/switchboards", "is empty: there must be at least one");
    }
    for (int i = 0; i < all.size(); i++) {
      int id = all.get(i).getId();
      if (id < 1) {
        add("/switchboards/" + i + "/id", "is " + id + ": it must be 1 or more");
      }
      if (!switchboards.add(id)) {
        add("/switchboards/" + i + "/id", "is " + id + " as that of another switchboard");
      }
    }
  }

  private void users(List<UserOptions> all) {
    if (all.size() < 2) {
      add("/users", "must be at least two: they call each other");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      UserOptions user = all.get(i);
      String place = "/users/" + i;
      email(place, user.getEmail(), seen);
      switchboard(place, user.getSwitchboard());
      if (user.getName().isBlank()) {
        add(place + "/name", "is blank");
      }
    }
  }

  private void accesses(List<AccessOptions> all) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      AccessOptions access = all.get(i);
      String place = "/accesses/" + i;
      email(place, access.getEmail(), seen);
      switchboard(place, access.getSwitchboard());
      for (PasswordPolicy.Violation broken : PasswordPolicy.check(access.getPassword())) {
        add(
            place + "/password",
            "breaks the password policy: %s is %s, not %s"
                .formatted(broken.validator(), broken.actual(), broken.expected()));
      }
    }
  }

  private void email(String place, String email, Set<String> seen) {
    if (!email.strip().matches("[^@\\s]+@[^@\\s]+")) {
      add(place + "/email", "'" + email + "' is not an address such as access@example.com");
    } else if (!seen.add(email.strip().toLowerCase(Locale.ROOT))) {
      add(place + "/email", "'" + email + "' is there twice");
    }
  }

  private void switchboard(String place, @Nullable Integer id) {
    if (id != null && !switchboards.contains(id)) {
      add(place + "/switchboard", "is " + id + ": there are " + switchboards);
    }
  }

  private void add(String pointer, String text) {
    problems.add(new Problem(pointer, text));
  }
}
