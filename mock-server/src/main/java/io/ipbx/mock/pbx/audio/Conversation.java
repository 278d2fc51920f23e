package io.ipbx.mock.pbx.audio;

import io.ipbx.mock.pbx.world.Chance;
import io.ipbx.mock.pbx.world.PastCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Who speaks when in a call, and what is said: turn by turn, the called side first. The calling
 * side is on the left channel of a recording.
 */
public final class Conversation {

  static final int TURN_SECONDS = 3;
  static final int LEFT = 0;
  static final int RIGHT = 1;

  /** How far a transcript reaches: what speech recognition takes on has its limits. */
  private static final int TRANSCRIBED_TURNS = 20;

  private static final long SALT = 0x2545F491L;
  private static final int LOWEST_TONE = 220;
  private static final int TONES = 12;

  private static final List<List<String>> SENTENCES =
      List.of(
          List.of(
              "Good morning.",
              "I have a question about my invoice.",
              "The line was down again last night.",
              "Could you send me a new contract?",
              "Yes, that is right.",
              "I would like to order two more phones.",
              "When can I expect an answer?",
              "Thank you, that is all."),
          List.of(
              "Good morning, how can I help you?",
              "Let me have a look.",
              "May I have the number of your contract?",
              "I have put that down.",
              "A colleague will call you back today.",
              "It should work again within the hour.",
              "I am sending it to your address.",
              "Is there anything else?"));

  private final int number;
  private final int seconds;

  /** What was said in {@code call}. */
  public Conversation(PastCall call) {
    this.number = call.number();
    this.seconds = call.talking();
  }

  int seconds() {
    return seconds;
  }

  /** The channel of whoever speaks in that turn. */
  static int speaker(int turn) {
    return turn % 2 == 0 ? RIGHT : LEFT;
  }

  /** Whether nobody speaks then: the last half second of a turn is silent. */
  static boolean isPause(double second) {
    return second % TURN_SECONDS > TURN_SECONDS - 0.5;
  }

  /** The pitch of a turn in Hertz. */
  int pitch(int turn) {
    return LOWEST_TONE + 40 * draw(turn, TONES);
  }

  private int draw(int turn, int bound) {
    return Chance.of(SALT + number, turn).nextInt(bound);
  }

  /** What was said on that channel, as far as it was recognised. */
  public String transcript(int channel) {
    List<String> said = new ArrayList<>();
    for (int turn = 0; turn < TRANSCRIBED_TURNS && turn * TURN_SECONDS < seconds; turn++) {
      if (speaker(turn) == channel) {
        List<String> sentences = SENTENCES.get(channel);
        said.add(sentences.get(turn < 2 ? 0 : 1 + draw(turn, sentences.size() - 1)));
      }
    }
    return String.join(" ", said);
  }
}
