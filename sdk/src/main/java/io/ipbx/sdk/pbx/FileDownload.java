package io.ipbx.sdk.pbx;

import io.ipbx.sdk.BodyStream;
import io.ipbx.sdk.IpbxException;
import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;

/** A download into a file, by way of a file beside it that outlives a failure. */
final class FileDownload {

  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final CopyOptions REPLACING =
      new CopyOptions().setReplaceExisting(true).setAtomicMove(true);

  private final Download download;
  private final FileSystem files;
  private final String path;
  private HalfFile half;

  FileDownload(Download download, FileSystem files, String path) {
    this.download = download;
    this.files = files;
    this.path = path;
    this.half = HalfFile.none(path, download.target());
  }

  Future<Void> start() {
    Future<HalfFile> begun = download.hasParts() ? half.found(files) : Future.succeededFuture(half);
    return begun.compose(this::goOnFrom);
  }

  private Future<Void> goOnFrom(HalfFile begun) {
    half = begun;
    OpenOptions options = new OpenOptions().setCreate(true).setWrite(true);
    return files.open(half.name(), options).compose(file -> fill(file.setWritePos(half.size())));
  }

  /** The file is open before the answer is: a body that fails meanwhile would take bytes along. */
  private Future<Void> fill(AsyncFile file) {
    return answer()
        .compose(body -> write(body, file))
        .transform(end -> end.succeeded() ? finish(file.getWritePos()) : giveUp(file, end.cause()));
  }

  private Future<BodyStream> answer() {
    return half.size() == 0
        ? download.open()
        : download
            .openFrom(half.size(), null, half.tag())
            .compose(this::anewUnlessItFollows)
            .recover(
                failure -> endsBefore(failure) ? download.open() : Future.failedFuture(failure));
  }

  /** A part of something else is of no use, and the server may well have the whole. */
  private Future<BodyStream> anewUnlessItFollows(BodyStream body) {
    if (body.status() != PARTIAL_CONTENT || half.goesOnWith(body)) {
      return Future.succeededFuture(body);
    }
    body.close();
    return download.open();
  }

  private static boolean endsBefore(Throwable failure) {
    return failure instanceof IpbxException refused && refused.status() == RANGE_NOT_SATISFIABLE;
  }

  private Future<Void> write(BodyStream body, AsyncFile file) {
    if (half.size() > 0 && half.goesOnWith(body)) {
      return Download.pipe(body, file);
    }
    file.setWritePos(0);
    return Future.join(Download.pipe(body, file), rename(half.restartedWith(body))).mapEmpty();
  }

  /** At once, and not only after a failure: the end of the process may come first. */
  private Future<Void> rename(HalfFile next) {
    String before = half.name();
    half = next;
    return before.equals(next.name())
        ? Future.succeededFuture()
        : files.move(before, next.name(), REPLACING);
  }

  private Future<Void> finish(long size) {
    return files
        .truncate(half.name(), size)
        .compose(done -> files.move(half.name(), path, REPLACING));
  }

  /** What has come stays for the next time. */
  private Future<Void> giveUp(AsyncFile file, Throwable cause) {
    long size = file.getWritePos();
    return file.close()
        .transform(
            closed -> size == 0 ? files.delete(half.name()) : files.truncate(half.name(), size))
        .transform(kept -> Future.failedFuture(cause));
  }
}
