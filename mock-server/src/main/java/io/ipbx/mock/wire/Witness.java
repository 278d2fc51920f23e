package io.ipbx.mock.wire;

/** Looks on at every exchange. Called on the event loop of the exchange, so it must be quick. */
@FunctionalInterface
public interface Witness {

  /**
   * It is known who asks for what.
   *
   * @return who is told the rest
   */
  Recording asked(HttpExchange exchange);

  /** What is told of an exchange after it was asked. */
  interface Recording {

    /** Remembers nothing. */
    Recording NONE =
        new Recording() {
          @Override
          public void acted(HttpExchange exchange) {}

          @Override
          public void ended(HttpExchange exchange) {}
        };

    /** A fault did something to the exchange. */
    void acted(HttpExchange exchange);

    /** It is over, answered or not: called once, before the last of the answer leaves. */
    void ended(HttpExchange exchange);
  }
}
