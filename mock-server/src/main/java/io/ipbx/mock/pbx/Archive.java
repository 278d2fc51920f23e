package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.audio.Audio;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip archive that is made as it is read. */
final class Archive {

  private final Iterator<RecordingFile> files;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(written);
  private @Nullable Audio present;
  private long at;
  private boolean closed;

  Archive(List<RecordingFile> files) {
    this.files = files.iterator();
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** The next bytes; null when there are no more. */
  @Nullable Buffer next() throws IOException {
    while (!closed && written.size() < Chunks.SIZE) {
      more();
    }
    Buffer bytes = Buffer.buffer(written.toByteArray());
    written.reset();
    return bytes.length() == 0 ? null : bytes;
  }

  private void more() throws IOException {
    Audio audio = present;
    if (audio == null) {
      begin();
      return;
    }
    long end = Math.min(audio.length(), at + Chunks.SIZE);
    zip.write(audio.read(at, end).getBytes());
    at = end;
    if (at == audio.length()) {
      zip.closeEntry();
      present = null;
    }
  }

  private void begin() throws IOException {
    if (!files.hasNext()) {
      zip.close();
      closed = true;
      return;
    }
    RecordingFile file = files.next();
    ZipEntry entry = new ZipEntry(file.name());
    entry.setTimeLocal(LocalDateTime.ofInstant(file.call().end(), ZoneOffset.UTC));
    zip.putNextEntry(entry);
    present = file.audio();
    at = 0;
  }
}
