package io.ipbx.mock.config;

import java.io.Serial;
import java.util.List;

/** A configuration with mistakes: all of them, one a line. */
public final class ConfigException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  /** Made from mistakes that name their file and line. */
  ConfigException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}
