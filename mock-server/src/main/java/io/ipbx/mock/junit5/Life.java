package io.ipbx.mock.junit5;

/** How long a test's mock lives. */
public enum Life {
  /**
   * As long as the instance of the test class (JUnit's {@code @TestInstance}): a mock for each test
   * method, or one for the class where the instance is one for the class.
   */
  AS_TEST_INSTANCE,
  /** Each test method has its own, as has each invocation of a parameterised or repeated one. */
  PER_METHOD,
  /**
   * One for the class and the nested classes that say nothing of their own. Its state stays from
   * method to method; {@link io.ipbx.mock.MockIpbx#reset} takes it back.
   */
  PER_CLASS
}
