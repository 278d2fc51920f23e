package io.ipbx.mock.http;

/** Whoever asks may not do that. */
public final class ForbiddenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ForbiddenException(String message) {
    super(message, null, false, false);
  }
}
