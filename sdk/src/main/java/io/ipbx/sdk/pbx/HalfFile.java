package io.ipbx.sdk.pbx;

import io.ipbx.sdk.BodyStream;
import io.vertx.core.Future;
import io.vertx.core.file.FileSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file beside a download's own that holds what has come so far. Its name tells of what it is a
 * half, and of which version.
 *
 * @param stem what all versions' names begin with, path included
 * @param tag the version's strong entity tag (RFC 9110 section 8.8.3); null when none is known
 * @param size in bytes
 */
record HalfFile(String stem, @Nullable String tag, long size) {

  private static final String END = ".part";

  /** After the mark, which has 36 characters. */
  private static final Pattern VERSION = Pattern.compile("\\.[0-9a-f-]{36}\\.([\\w-]+)\\.part$");

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** A longer one makes no name of a file. */
  private static final int LONGEST_TAG = 100;

  /** Nothing of {@code target} yet. */
  static HalfFile none(String path, String target) {
    // Keeps the half of one recording from being taken for the half of another.
    return new HalfFile(path + "." + UUID.nameUUIDFromBytes(utf8(target)), null, 0);
  }

  /** What an earlier try left of this, or this where it left nothing. */
  Future<HalfFile> found(FileSystem files) {
    Path path = Path.of(stem);
    String folder = path.getParent() == null ? "." : path.getParent().toString();
    String name = path.getFileName().toString();
    return files
        .readDir(folder, Pattern.quote(name) + "(\\.[\\w-]+)?\\" + END)
        // One without a version can only be of a try that ended with its process: it comes last.
        .map(found -> found.stream().max(Comparator.comparingInt(String::length)))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(this)
                    : ofVersion(versionIn(found.get())).measured(files))
        .otherwise(this);
  }

  private HalfFile ofVersion(@Nullable String version) {
    return new HalfFile(stem, version, 0);
  }

  private static @Nullable String versionIn(String name) {
    Matcher version = VERSION.matcher(name);
    return version.find()
        ? new String(Base64.getUrlDecoder().decode(version.group(1)), StandardCharsets.UTF_8)
        : null;
  }

  private Future<HalfFile> measured(FileSystem files) {
    return files.props(name()).map(props -> new HalfFile(stem, tag, props.size()));
  }

  String name() {
    return stem + (tag == null ? "" : "." + BASE64.encodeToString(utf8(tag))) + END;
  }

  /** Whether {@code body} is what follows this half. */
  boolean goesOnWith(BodyStream body) {
    return Download.startsAt(size, body) && (tag == null || tag.equals(tagOf(body)));
  }

  /** None yet of the version that {@code body} is of. */
  HalfFile restartedWith(BodyStream body) {
    return ofVersion(tagOf(body));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String tagOf(BodyStream body) {
    String tag = body.headers().get("ETag");
    return tag != null && tag.startsWith("\"") && tag.length() <= LONGEST_TAG ? tag : null;
  }
}
