package io.ipbx.sdk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.Future;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Collects all that anybody could see, every line of every logger among it, and looks for secrets
 * in it: plain, URL-encoded and in base64.
 */
public final class LeakScan implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          show(
              "log of " + event.getLoggerName(),
              event.getFormattedMessage()
                  + (event.getThrowableProxy() == null
                      ? ""
                      : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
      };

  private final java.util.logging.Logger jul = java.util.logging.Logger.getLogger("");
  private final java.util.logging.Level julBefore = jul.getLevel();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          show(
              "log of " + line.getLoggerName(),
              new SimpleFormatter().formatMessage(line)
                  + (line.getThrown() == null ? "" : trace(line.getThrown())));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public LeakScan() {
    handler.setLevel(java.util.logging.Level.ALL);
    jul.addHandler(handler);
    jul.setLevel(java.util.logging.Level.ALL);
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
  }

  public void show(String what, Object text) {
    shown.merge(what, String.valueOf(text), (old, added) -> old + "\n" + added);
  }

  /** What {@code call} fails with, shown with all its causes. */
  public Throwable failureOf(String what, Future<?> call) {
    Throwable failure = Await.failure(call);
    show("failure of " + what, trace(failure) + failure.getLocalizedMessage());
    showAll(failure);
    return failure;
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** The text of every object of the SDK that {@code root} leads to. */
  public void showAll(Object root) {
    Reach.from(root).forEach(object -> show("text of " + object.getClass().getName(), object));
  }

  public Map<String, String> shown() {
    return shown;
  }

  public void findsNone(List<String> secrets) {
    for (String secret : secrets) {
      for (String form : forms(secret)) {
        shown.forEach(
            (what, text) -> assertThat(text).as("%s, for %s", what, secret).doesNotContain(form));
      }
    }
  }

  private static List<String> forms(String secret) {
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    forms.add(encoded);
    forms.add(encoded.replace("+", "%20"));
    for (String before : List.of("", "x", "xx")) {
      byte[] bytes = (before + secret).getBytes(StandardCharsets.UTF_8);
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String whole = encoder.encodeToString(bytes);
        // Four characters at each end also depend on what stands beside the secret.
        forms.add(whole.substring(4, whole.length() - 4));
      }
    }
    return forms;
  }

  @Override
  public void close() {
    jul.setLevel(julBefore);
    jul.removeHandler(handler);
    root.setLevel(before);
    root.detachAppender(appender);
  }
}
