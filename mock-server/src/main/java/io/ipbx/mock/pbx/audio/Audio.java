package io.ipbx.mock.pbx.audio;

import io.vertx.core.buffer.Buffer;

/**
 * A file of sound, made piece by piece as it is read.
 *
 * @param type its media type
 * @param head what comes before the blocks
 */
public record Audio(String type, Buffer head, int blocks, Blocks source) {

  /** The blocks of a file, all of one size. */
  interface Blocks {

    int size();

    Buffer block(int number);
  }

  /**
   * The recording of a call.
   *
   * @param extension {@code mp3} or {@code wav}
   */
  public static Audio of(Conversation conversation, String extension) {
    return extension.equals("wav") ? Wav.file(conversation) : Mp3.file(conversation);
  }

  public long length() {
    return head.length() + (long) blocks * source.size();
  }

  /** The bytes from {@code from} to before {@code end}. */
  public Buffer read(long from, long end) {
    Buffer read = Buffer.buffer((int) (end - from));
    long at = from;
    if (at < head.length()) {
      read.appendBuffer(head.slice((int) at, (int) Math.min(end, head.length())));
      at = head.length();
    }
    while (at < end) {
      long inBlocks = at - head.length();
      int skipped = (int) (inBlocks % source.size());
      int taken = (int) Math.min(source.size() - skipped, end - at);
      Buffer block = source.block((int) (inBlocks / source.size()));
      read.appendBuffer(block, skipped, taken);
      at += taken;
    }
    return read;
  }
}
