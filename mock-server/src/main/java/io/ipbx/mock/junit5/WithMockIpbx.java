package io.ipbx.mock.junit5;

import io.ipbx.mock.Signing;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, or one test, a mock with these settings, on a port that is free. It
 * says all that {@code @ExtendWith(MockIpbxExtension.class)} says, and can be put on annotations of
 * one's own.
 *
 * <p>A member that is left out is as the class around a nested class says, or as the class says of
 * its method; or else as a mock has it by default. Subclasses inherit the annotation; one of their
 * own replaces it. A method with the annotation always has a mock to itself.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MockIpbxExtension.class)
public @interface WithMockIpbx {

  /** How long a mock lives. */
  Life life() default Life.AS_TEST_INSTANCE;

  /**
   * A configuration file in YAML: a resource on the class path, or else a file. The other members
   * go over it.
   */
  String config() default "";

  /** A published one, such as {@code wiki-v11}, or one of the file. */
  String[] preset() default {};

  /** Lifetime of access tokens, in seconds. */
  long[] tokenTtl() default {};

  /** Lifetime of refresh tokens, in seconds. */
  long[] refreshTtl() default {};

  /** Whether a refresh token is good for one use, its second use ending the session. */
  boolean[] rotateRefreshTokens() default {};

  /** How access and ID tokens are signed. */
  Signing[] signing() default {};

  /** Of the world. */
  long[] seed() default {};

  /** How many calls the history holds. */
  int[] calls() default {};

  /** Whether to speak TLS, with a certificate made for the run. */
  boolean[] tls() default {};

  /**
   * Any other setting by its name on the command line, as in {@code "brute-force-failures=3"}. The
   * port is always one that is free.
   */
  String[] settings() default {};

  /** The API accesses, in place of the default ones. */
  MockAccess[] accesses() default {};

  /**
   * The ways in which it misbehaves from the start, each a rule in YAML: {@code "{match: {grant:
   * refresh_token, nth: 1}, effect: {type: ACT_THEN_CUT}}"}.
   */
  String[] faults() default {};
}
