package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call history and the calls that are live. Futures complete on the Vert.x context of their
 * caller. What changes a live call is sent once: it is not tried again after a failure that may
 * pass.
 */
public final class Calls {

  private static final String HISTORY = "/calls";

  private final Api api;

  Calls(Api api) {
    this.api = api;
  }

  /**
   * One page of the calls that match {@code query}, as {@code GET /calls} gives it. Without a page
   * the first, with at most 100 calls.
   */
  public Future<CallPage> list(CallQuery query) {
    return api.page(HISTORY, query, CallPage.class);
  }

  /**
   * All calls that match {@code query}, page by page from the one it names ({@code GET /calls}).
   */
  public PagedStream<Call> stream(CallQuery query) {
    return api.stream(HISTORY, query, CallPage.class);
  }

  /**
   * The trail of one call ({@code GET /calls/{callId}/detail}).
   *
   * @param callId the {@link Call#linkedId} of the call
   */
  public Future<List<CallDetailEvent>> getDetail(String callId, CallDetailQuery query) {
    return api.readList(call(callId) + "/detail", query, CallDetailEvent.class);
  }

  /** As {@link #getDetail(String, CallDetailQuery)} with nothing set. */
  public Future<List<CallDetailEvent>> getDetail(String callId) {
    return getDetail(callId, new CallDetailQuery());
  }

  /**
   * The recordings of one call ({@code GET /calls/{callId}/recordings}).
   *
   * @param callId the {@link Call#linkedId} of the call
   */
  public Future<List<CallRecording>> listRecordings(String callId, CallRecordingQuery query) {
    return api.readList(call(callId) + "/recordings", query, CallRecording.class);
  }

  /** As {@link #listRecordings(String, CallRecordingQuery)} with nothing set. */
  public Future<List<CallRecording>> listRecordings(String callId) {
    return listRecordings(callId, new CallRecordingQuery());
  }

  /**
   * What was said in all recordings of one call ({@code GET /calls/{callId}/transcript}). The
   * speech service behind it has limits.
   *
   * @param callId the {@link Call#linkedId} of the call
   * @param pbxId the switchboard; null for the first of the access
   */
  public Future<List<RecordingTranscript>> getTranscript(
      String callId, @Nullable FlexibleId pbxId) {
    return api.readList(
        IpbxRequest.get(call(callId) + "/transcript").query("pbxId", pbxId),
        RecordingTranscript.class);
  }

  /** As {@link #getTranscript(String, FlexibleId)} of the first switchboard. */
  public Future<List<RecordingTranscript>> getTranscript(String callId) {
    return getTranscript(callId, null);
  }

  /** The calls that are live and match {@code query} ({@code GET /calls/current}). */
  public Future<List<CurrentCall>> listCurrent(CurrentCallQuery query) {
    return api.readList("/calls/current", query, CurrentCall.class);
  }

  /** All calls that are live. */
  public Future<List<CurrentCall>> listCurrent() {
    return listCurrent(new CurrentCallQuery());
  }

  /** What the queues lost, as agents and supervisors see it ({@code GET /calls/missed}). */
  public Future<List<MissedCall>> listMissed() {
    return api.readList(IpbxRequest.get("/calls/missed"), MissedCall.class);
  }

  /** Where a call may be transferred ({@code GET /calls/transfer/destinations}). */
  public Future<List<TransferDestination>> listTransferDestinations() {
    return api.readList(IpbxRequest.get("/calls/transfer/destinations"), TransferDestination.class);
  }

  /**
   * Starts a call ({@code POST /calls}).
   *
   * @param pbxId the switchboard; null for the first of the access
   */
  public Future<CreatedCall> create(CreateCallRequest call, @Nullable FlexibleId pbxId) {
    return api.read(
        Api.body(IpbxRequest.post(HISTORY).query("pbxId", pbxId), call), CreatedCall.class);
  }

  /** As {@link #create(CreateCallRequest, FlexibleId)} on the first switchboard. */
  public Future<CreatedCall> create(CreateCallRequest call) {
    return create(call, null);
  }

  /** Ends a live call ({@code DELETE /calls}). */
  public Future<Void> hangup(HangupQuery which) {
    return api.run(Api.once(Api.with(IpbxRequest.delete(HISTORY), which)));
  }

  /** Lets somebody listen to a live call, unheard or not ({@code PUT /calls/monitor}). */
  public Future<MonitorSession> monitor(MonitorQuery query) {
    return api.read(
        Api.once(Api.with(IpbxRequest.put("/calls/monitor"), query)), MonitorSession.class);
  }

  /** Sends the other side of a live call elsewhere ({@code PUT /calls/transfer}). */
  public Future<Void> transfer(TransferRequest transfer) {
    return api.run(Api.once(Api.body(IpbxRequest.put("/calls/transfer"), transfer)));
  }

  /**
   * Calls an attended transfer off ({@code DELETE /calls/transfer}).
   *
   * @param userId whose it is; null for whoever asks
   */
  public Future<Void> cancelTransfer(@Nullable String userId) {
    return api.run(
        Api.once(
            Api.body(IpbxRequest.delete("/calls/transfer"), new TransferCancelRequest(userId))));
  }

  /** As {@link #cancelTransfer(String)} of whoever asks. */
  public Future<Void> cancelTransfer() {
    return cancelTransfer(null);
  }

  private static String call(String callId) {
    return HISTORY + "/" + Api.segment("callId", callId);
  }
}
