package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxException;
import org.jspecify.annotations.Nullable;

/** The store cannot be reached: told to listeners; a caller is served without the store. */
final class StoreFailure extends IpbxException {

  private static final long serialVersionUID = 1L;

  StoreFailure(String message, @Nullable Throwable cause) {
    super(message, true, ErrorDetail.NONE, cause);
  }
}
