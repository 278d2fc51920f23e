package io.ipbx.mock.pbx;

import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.audio.Audio;
import io.ipbx.mock.pbx.audio.Conversation;
import io.ipbx.mock.pbx.world.PastCall;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recording of a call in one of its forms. It is stored as mp3, and as wav on demand; flac
 * takes enhanced recordings, which no switchboard here has.
 *
 * @param extension with which its name ends
 */
record RecordingFile(PastCall call, String extension) {

  private static final Set<String> FORMS = Set.of("mp3", "wav");

  /** Whether there can be files of that extension. */
  static boolean isForm(String extension) {
    return FORMS.contains(extension);
  }

  /** The file of that name. */
  static RecordingFile named(World world, String name) {
    RecordingFile file = find(world, name);
    if (file == null) {
      throw new NotFoundException("there is no recording '" + name + "'");
    }
    return file;
  }

  /** The file of that name; null when there is none. */
  static @Nullable RecordingFile find(World world, String name) {
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1);
    if (dot < 0 || !isForm(extension)) {
      return null;
    }
    String id = name.substring(name.lastIndexOf('/', dot) + 1, dot);
    PastCall call = world.history().numbered(PastCall.numberIn(id));
    if (call == null || !world.recordings().isKept(call)) {
      return null;
    }
    RecordingFile file = new RecordingFile(call, extension);
    return file.name().equals(name) ? file : null;
  }

  String name() {
    String stored = call.recording();
    return stored.substring(0, stored.lastIndexOf('.') + 1) + extension;
  }

  Audio audio() {
    return Audio.of(new Conversation(call), extension);
  }
}
