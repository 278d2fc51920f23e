package io.ipbx.load.run;

import io.ipbx.load.client.StatusException;
import io.ipbx.sdk.IpbxException;

/** What failures are called: never by their message, which may hold anything. */
final class FailureKinds {

  private FailureKinds() {}

  static String of(Throwable failure) {
    if (failure instanceof StatusException answer) {
      return "status " + answer.status();
    }
    String name = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
    return failure instanceof IpbxException typed && typed.status() != 0
        ? name + " " + typed.status()
        : name;
  }
}
