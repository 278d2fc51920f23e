package io.ipbx.sdk;

/** There is nothing at that address (404, or 410). */
public final class NotFoundException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public NotFoundException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
