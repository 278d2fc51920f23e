package io.ipbx.mock.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.ipbx.mock.MockIpbx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes as JUnit would, and remembers the mocks that they were given. */
final class Engine {

  /** Filled by the test classes: they are made by JUnit and cannot be handed a list. */
  static final List<MockIpbx> SEEN = new CopyOnWriteArrayList<>();

  private Engine() {}

  static EngineExecutionResults run(Map<String, String> parameters, Class<?>... classes) {
    SEEN.clear();
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameters(parameters)
        .selectors(
            Arrays.stream(classes)
                .map(one -> selectClass(one))
                .toArray(org.junit.platform.engine.DiscoverySelector[]::new))
        .execute();
  }

  /** The tests of classes that are expected to run in order. */
  static Events tests(Class<?>... classes) {
    return run(Map.of(), classes).testEvents();
  }

  static long mocks() {
    return SEEN.stream().distinct().count();
  }

  static boolean listens(MockIpbx mock) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), mock.port()), 2_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
