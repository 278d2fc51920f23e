package io.ipbx.load.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Results as a JSON file.
 *
 * @param format changes when older programs cannot read it any more
 */
public record ResultFile(int format, List<RunResult> runs) {

  private static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public ResultFile(List<RunResult> runs) {
    this(FORMAT, List.copyOf(runs));
  }

  /** Whether every run that decides has passed, and there was one. */
  public boolean passed() {
    List<RunResult> ours = deciding();
    return !ours.isEmpty() && ours.stream().allMatch(RunResult::passed);
  }

  /** The runs whose verdict counts. */
  public List<RunResult> deciding() {
    return runs.stream().filter(RunResult::decides).toList();
  }

  public void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  /** As one line, for a page. */
  public String toJson() throws IOException {
    return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
  }

  /**
   * The results in {@code file}.
   *
   * @throws IOException naming the file, when it cannot be read or holds something else
   */
  public static ResultFile read(Path file) throws IOException {
    ResultFile read;
    try {
      read = JSON.readValue(Files.readString(file), ResultFile.class);
    } catch (JsonProcessingException other) {
      throw new IOException(file + " holds no results: " + other.getOriginalMessage(), other);
    }
    if (read.format() != FORMAT) {
      throw new IOException(
          file + " is of format " + read.format() + ": this program reads format " + FORMAT);
    }
    return read;
  }
}
