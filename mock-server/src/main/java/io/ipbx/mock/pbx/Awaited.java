package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.vertx.core.Future;
import io.vertx.ext.web.handler.HttpException;

/** An operation of the contract that this mock does not serve yet, and says so. */
record Awaited(String id) implements Operation {

  private static final int NOT_IMPLEMENTED = 501;

  @Override
  public Future<Object> answer(ApiRequest request) {
    return Future.failedFuture(
        new HttpException(
            NOT_IMPLEMENTED,
            new UnsupportedOperationException("this mock does not serve " + id + " yet")));
  }
}
