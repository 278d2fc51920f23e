package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recordings of calls. Futures complete on the Vert.x context of their caller. */
public final class Recordings {

  /** The most calls that one archive holds. */
  public static final int MAX_CALLS = 50;

  private static final String PATH = "/recordings";

  private final Api api;

  Recordings(Api api) {
    this.api = api;
  }

  /**
   * One page of the file names of a period ({@code GET /recordings}). Without a page the first,
   * with at most {@value RecordingQuery#MAX_PAGE_SIZE} names.
   */
  public Future<RecordingNamePage> list(RecordingQuery query) {
    return api.page(PATH, query, RecordingNamePage.class);
  }

  /**
   * All file names of a period, page by page from the one {@code query} names ({@code GET
   * /recordings}).
   */
  public PagedStream<String> stream(RecordingQuery query) {
    return api.stream(PATH, query, RecordingNamePage.class);
  }

  /**
   * One recording ({@code GET /recordings/{filename}}).
   *
   * @param filename with its extension, as the server gives it; slashes are part of the name
   * @param pbxId the switchboard; null for the first of the access
   */
  public Download get(String filename, @Nullable FlexibleId pbxId) {
    return api.download(IpbxRequest.get(file(filename)).query("pbxId", pbxId), true);
  }

  /** As {@link #get(String, FlexibleId)} of the first switchboard. */
  public Download get(String filename) {
    return get(filename, null);
  }

  /**
   * One recording of that switchboard ({@code GET /recordings/{filename}/ipbx/{pbxId}}).
   *
   * @param filename as {@link #get(String, FlexibleId)} takes it
   */
  public Download getOfPbx(String filename, FlexibleId pbxId) {
    return api.download(
        IpbxRequest.get(file(filename) + "/ipbx/" + Api.segment("pbxId", pbxId)), true);
  }

  /**
   * The recordings of several calls in one zip archive ({@code GET /recordings/download}). It is
   * made anew each time, so there are no parts of it to be had.
   *
   * @param callIds 1 to {@value #MAX_CALLS}, as {@link Call#linkedId} has them
   */
  public Download download(List<String> callIds) {
    IpbxRequest request = IpbxRequest.get(PATH + "/download");
    List<String> sized = Lists.present(Lists.sized("callIds", callIds, MAX_CALLS));
    sized.forEach(callId -> request.query("callId", callId));
    return api.download(request, false);
  }

  /**
   * Deletes what {@code which} names ({@code POST /recordings/batch-delete}). Some may fail while
   * others are gone, which is no failure of the future.
   *
   * @param pbxId the switchboard; null for the first of the access
   * @throws IllegalArgumentException when it names nothing
   */
  public Future<RecordingBatchDeleteResult> batchDelete(
      RecordingBatchDeleteRequest which, @Nullable FlexibleId pbxId) {
    if (which.values().isEmpty()) {
      throw new IllegalArgumentException("set fileNames, callIds or userFilter");
    }
    return api.read(
        Api.body(IpbxRequest.post(PATH + "/batch-delete").query("pbxId", pbxId), which),
        RecordingBatchDeleteResult.class);
  }

  /** As {@link #batchDelete(RecordingBatchDeleteRequest, FlexibleId)} of the first switchboard. */
  public Future<RecordingBatchDeleteResult> batchDelete(RecordingBatchDeleteRequest which) {
    return batchDelete(which, null);
  }

  private static String file(String filename) {
    return PATH + "/" + Api.segment("filename", filename);
  }
}
