package io.ipbx.sdk.pbx;

import io.ipbx.sdk.BodyStream;
import io.ipbx.sdk.IpbxException;
import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.FileProps;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A download into a file, by way of a file beside it that outlives a failure. */
final class FileDownload {

  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final Download download;
  private final FileSystem files;
  private final String path;
  private final String part;

  FileDownload(Download download, FileSystem files, String path) {
    this.download = download;
    this.files = files;
    this.path = path;
    this.part = path + "." + mark(download.target()) + ".part";
  }

  /** Keeps the half of one recording from being taken for the half of another. */
  private static String mark(String target) {
    return UUID.nameUUIDFromBytes(target.getBytes(StandardCharsets.UTF_8)).toString();
  }

  Future<Void> start() {
    OpenOptions options = new OpenOptions().setCreate(true).setWrite(true);
    return present()
        .compose(
            size -> files.open(part, options).compose(file -> fill(file.setWritePos(size), size)));
  }

  private Future<Long> present() {
    if (!download.hasParts()) {
      return Future.succeededFuture(0L);
    }
    return files
        .exists(part)
        .compose(
            there -> there ? files.props(part).map(FileProps::size) : Future.succeededFuture(0L));
  }

  /** The file is open before the answer is: a body that fails meanwhile would take bytes along. */
  private Future<Void> fill(AsyncFile file, long size) {
    return answer(size)
        .compose(body -> write(body, size, file))
        .transform(end -> end.succeeded() ? finish(file.getWritePos()) : giveUp(file, end.cause()));
  }

  private Future<BodyStream> answer(long size) {
    return size == 0
        ? download.open()
        : download
            .openFrom(size, null)
            .recover(
                failure -> endsBefore(failure) ? download.open() : Future.failedFuture(failure));
  }

  private static boolean endsBefore(Throwable failure) {
    return failure instanceof IpbxException refused && refused.status() == RANGE_NOT_SATISFIABLE;
  }

  private static Future<Void> write(BodyStream body, long size, AsyncFile file) {
    if (!Download.startsAt(size, body)) {
      file.setWritePos(0);
    }
    return Download.pipe(body, file);
  }

  private Future<Void> finish(long size) {
    CopyOptions over = new CopyOptions().setReplaceExisting(true).setAtomicMove(true);
    return files.truncate(part, size).compose(done -> files.move(part, path, over));
  }

  /** What has come stays for the next time. */
  private Future<Void> giveUp(AsyncFile file, Throwable cause) {
    long size = file.getWritePos();
    return file.close()
        .transform(closed -> size == 0 ? files.delete(part) : files.truncate(part, size))
        .transform(kept -> Future.failedFuture(cause));
  }
}
