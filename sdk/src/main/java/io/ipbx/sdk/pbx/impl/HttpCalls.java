package io.ipbx.sdk.pbx.impl;

import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.pbx.Call;
import io.ipbx.sdk.pbx.CallPage;
import io.ipbx.sdk.pbx.CallQuery;
import io.ipbx.sdk.pbx.Calls;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.client.HttpResponse;
import java.util.function.Function;

/** The call history over HTTP. */
public final class HttpCalls implements Calls {

  private final Function<IpbxRequest, Future<HttpResponse<Buffer>>> send;

  public HttpCalls(Function<IpbxRequest, Future<HttpResponse<Buffer>>> send) {
    this.send = send;
  }

  @Override
  public Future<CallPage> list(CallQuery query) {
    IpbxRequest request = IpbxRequest.get("/calls");
    query.forEach(request::query);
    return send.apply(request).map(answer -> Wire.read(CallPage.class, answer));
  }

  @Override
  public ReadStream<Call> stream(CallQuery query) {
    CallQuery wanted = new CallQuery(query);
    return new PageStream<>(
        wanted.page(),
        number ->
            list(wanted.setPage(number))
                .map(page -> new PageStream.Page<>(page.items(), page.hasNext())));
  }
}
