package io.ipbx.mock.portal;

import java.util.List;
import java.util.stream.Collectors;

/** A password that the policy does not allow; the message names the rules it breaks. */
public final class PasswordRejectedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<PasswordPolicy.Violation> violations;

  PasswordRejectedException(List<PasswordPolicy.Violation> violations) {
    super(
        violations.stream()
            .map(rule -> rule.validator() + ": " + rule.expected() + ", not " + rule.actual())
            .collect(Collectors.joining("; ", "password breaks the policy: ", "")));
    this.violations = List.copyOf(violations);
  }

  public List<PasswordPolicy.Violation> violations() {
    return violations;
  }
}
