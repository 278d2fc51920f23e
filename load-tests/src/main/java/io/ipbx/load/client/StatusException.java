package io.ipbx.load.client;

/** An answer that was not the one wanted. */
public final class StatusException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  StatusException(int status) {
    super("status " + status, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
