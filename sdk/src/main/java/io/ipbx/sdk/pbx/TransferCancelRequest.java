package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

final class TransferCancelRequest extends Parameters<TransferCancelRequest> {

  TransferCancelRequest(@Nullable String userId) {
    set("userId", userId);
  }
}
