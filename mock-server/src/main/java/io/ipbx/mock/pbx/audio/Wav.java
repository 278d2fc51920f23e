package io.ipbx.mock.pbx.audio;

import io.vertx.core.buffer.Buffer;

/** PCM in 16 bits and stereo, in blocks of a tenth of a second. */
record Wav(Conversation conversation) implements Audio.Blocks {

  private static final int RATE = 8_000;
  private static final int BLOCKS_A_SECOND = 10;
  private static final int FRAME = 4;
  private static final int SAMPLES = RATE / BLOCKS_A_SECOND;
  private static final double LOUDNESS = 6_000;

  static Audio file(Conversation conversation) {
    int blocks = conversation.seconds() * BLOCKS_A_SECOND;
    Wav wav = new Wav(conversation);
    return new Audio("audio/wav", head(blocks * wav.size()), blocks, wav);
  }

  private static Buffer head(int dataLength) {
    return Buffer.buffer("RIFF")
        .appendIntLE(36 + dataLength)
        .appendString("WAVEfmt ")
        .appendIntLE(16)
        .appendShortLE((short) 1)
        .appendShortLE((short) 2)
        .appendIntLE(RATE)
        .appendIntLE(RATE * FRAME)
        .appendShortLE((short) FRAME)
        .appendShortLE((short) 16)
        .appendString("data")
        .appendIntLE(dataLength);
  }

  @Override
  public int size() {
    return SAMPLES * FRAME;
  }

  @Override
  public Buffer block(int number) {
    double second = (double) number / BLOCKS_A_SECOND;
    int turn = (int) (second / Conversation.TURN_SECONDS);
    boolean silent = Conversation.isPause(second);
    double step = 2 * Math.PI * conversation.pitch(turn) / RATE;
    Buffer block = Buffer.buffer(size());
    for (int i = 0; i < SAMPLES; i++) {
      double wave = Math.sin(step * ((double) number * SAMPLES + i));
      short sample = silent ? 0 : (short) (LOUDNESS * wave);
      boolean left = Conversation.speaker(turn) == Conversation.LEFT;
      block.appendShortLE(left ? sample : 0).appendShortLE(left ? 0 : sample);
    }
    return block;
  }
}
