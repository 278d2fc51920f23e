package io.ipbx.mock.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests that share one mock, which each finds as it was started, its clock standing still. */
public abstract class SharedMock {

  protected static RunningMock mock;

  @BeforeAll
  static void startMock() {
    mock = RunningMock.start();
  }

  @AfterAll
  static void stopMock() {
    mock.close();
  }

  @BeforeEach
  void resetMock() {
    mock.mock().reset();
    mock.mock().clock().freeze();
  }
}
