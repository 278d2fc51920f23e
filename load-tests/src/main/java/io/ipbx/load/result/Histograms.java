package io.ipbx.load.result;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Whole histograms as text: HdrHistogram's compressed form in Base64. */
public final class Histograms {

  private Histograms() {}

  public static String encode(Histogram histogram) {
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    byte[] exact = new byte[length];
    bytes.rewind().get(exact);
    return Base64.getEncoder().encodeToString(exact);
  }

  /**
   * What {@link #encode} was given.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Histogram decode(String text) {
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(text)), 1);
    } catch (DataFormatException | IllegalArgumentException damaged) {
      throw new IllegalArgumentException("not a histogram: " + damaged.getMessage(), damaged);
    }
  }
}
