package io.ipbx.mock.http;

import io.vertx.core.Future;

/** One operation of a contract. Adding one takes this and its entry in the contract. */
public interface Operation {

  /** The {@code operationId} in the contract. */
  String id();

  /** The status of a success. */
  default int status() {
    return 200;
  }

  /**
   * The JSON of the answer, an object or an array; nothing from an operation that answers by
   * itself.
   *
   * @throws IllegalArgumentException naming the parameter that is wrong and what is allowed
   */
  Future<Object> answer(ApiRequest request);
}
