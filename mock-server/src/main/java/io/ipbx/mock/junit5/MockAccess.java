package io.ipbx.mock.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An API access of a test's mock: see {@link io.ipbx.mock.AccessOptions}. */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface MockAccess {

  String email();

  /** Empty for the default one, {@code Passw0rd.2026}. */
  String password() default "";

  /** 0 for the first. */
  int switchboard() default 0;

  boolean impersonation() default false;

  boolean enabled() default true;
}
