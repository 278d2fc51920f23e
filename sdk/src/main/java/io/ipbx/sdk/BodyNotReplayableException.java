package io.ipbx.sdk;

/**
 * The token was refused after a one-shot stream had been sent as the body. The token has been put
 * aside: send the request again with a new stream.
 */
public final class BodyNotReplayableException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public BodyNotReplayableException(String message) {
    super(message, true, ErrorDetail.NONE, null);
  }
}
