package io.ipbx.sdk;

import io.vertx.core.json.JsonArray;

/**
 * The server refused the request as it stands (400 and its kin); the message is the server's and
 * names the field.
 */
public final class InvalidRequestException extends IpbxException {

  private static final long serialVersionUID = 1L;

  private final transient JsonArray errors;

  public InvalidRequestException(String message, ErrorDetail detail) {
    this(message, new JsonArray(), detail);
  }

  /**
   * @param errors as {@link #errors}
   */
  public InvalidRequestException(String message, JsonArray errors, ErrorDetail detail) {
    super(message, false, detail, null);
    this.errors = errors;
  }

  /**
   * What the server said of single fields, in its own form; empty when it said nothing of them or
   * repeated a token there.
   */
  @SuppressWarnings("ConstantValue")
  public JsonArray errors() {
    // Transient, hence null after Java serialisation.
    return errors == null ? new JsonArray() : errors.copy();
  }
}
