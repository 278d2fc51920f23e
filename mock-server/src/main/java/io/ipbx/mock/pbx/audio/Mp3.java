package io.ipbx.mock.pbx.audio;

import io.vertx.core.buffer.Buffer;

/**
 * MPEG-2 audio layer III (ISO/IEC 13818-3) at 16 kHz, 32 kbit/s and stereo, in frames that stand
 * each for itself. A tone is one line of the spectrum, so that no encoder is needed: a frame says
 * how many empty lines lie below it, and its sign.
 */
record Mp3(Conversation conversation) implements Audio.Blocks {

  private static final int RATE = 16_000;
  private static final int SAMPLES = 576;
  private static final int FRAME = 144;

  /** No CRC; 32 kbit/s, 16 kHz, no padding; two channels; an original. */
  private static final int HEADER = 0xFFF34804;

  private static final int LOUDNESS = 198;

  static Audio file(Conversation conversation) {
    int frames = (int) Math.ceil(conversation.seconds() * (double) RATE / SAMPLES);
    return new Audio("audio/mpeg", Buffer.buffer(), frames, new Mp3(conversation));
  }

  @Override
  public int size() {
    return FRAME;
  }

  @Override
  public Buffer block(int number) {
    double second = (double) number * SAMPLES / RATE;
    int turn = (int) (second / Conversation.TURN_SECONDS);
    int line = conversation.pitch(turn) * 2 * SAMPLES / RATE;
    boolean silent = Conversation.isPause(second);
    boolean left = Conversation.speaker(turn) == Conversation.LEFT;
    int onLeft = silent || !left ? 0 : line;
    int onRight = silent || left ? 0 : line;
    Bits bits = new Bits(FRAME);
    bits.put(HEADER, 32);
    // Nothing of this frame is in the ones before; and two private bits.
    bits.put(0, 10);
    describe(bits, onLeft);
    describe(bits, onRight);
    spectrum(bits, onLeft);
    spectrum(bits, onRight);
    return bits.buffer();
  }

  /** Of a channel: how long its spectrum is, how loud, and by which tables it is written. */
  private static void describe(Bits bits, int line) {
    int pairs = line == 0 ? 0 : line / 2 + 1;
    bits.put(pairs == 0 ? 0 : pairs - 1 + toneBits(line), 12);
    bits.put(pairs, 9);
    bits.put(LOUDNESS, 8);
    bits.put(0, 9);
    bits.put(0, 1);
    bits.put(0b00001_00001_00001, 15);
    bits.put(0, 4 + 3);
    bits.put(0, 2);
  }

  /** An even line is the first of its pair. */
  private static int toneBits(int line) {
    return line % 2 == 0 ? 3 : 4;
  }

  /** By Huffman table 1: a pair of nothing is 1, one then nothing is 01, the reverse is 001. */
  private static void spectrum(Bits bits, int line) {
    if (line > 0) {
      for (int pair = 0; pair < line / 2; pair++) {
        bits.put(1, 1);
      }
      // The last bit is the sign.
      bits.put(0b10, toneBits(line));
    }
  }
}
