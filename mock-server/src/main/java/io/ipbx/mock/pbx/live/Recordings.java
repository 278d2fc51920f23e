package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import java.util.BitSet;

/** Which calls still have their recording: those that were answered, unless it was deleted. */
public final class Recordings {

  /** The numbers of the calls whose recording is gone. Replaced and never changed. */
  private volatile BitSet deleted = new BitSet();

  public boolean isKept(PastCall call) {
    return call.isAnswered() && !deleted.get(call.number());
  }

  /**
   * Whether any recording was deleted of the calls numbered {@code first} to before {@code end}.
   */
  public boolean isDeletedFrom(int first, int end) {
    int next = deleted.nextSetBit(first);
    return next >= 0 && next < end;
  }

  /** Deletes the recordings of those calls. */
  public synchronized void delete(Iterable<PastCall> calls) {
    BitSet more = (BitSet) deleted.clone();
    calls.forEach(call -> more.set(call.number()));
    deleted = more;
  }

  public synchronized void reset() {
    deleted = new BitSet();
  }

  /** The numbers of the calls whose recording is gone. */
  public JsonArray snapshot() {
    JsonArray numbers = new JsonArray();
    deleted.stream().forEach(numbers::add);
    return numbers;
  }

  /** Puts back what {@link #snapshot} wrote, once it is run. */
  public Runnable read(String where, Object snapshot) {
    BitSet numbers = new BitSet();
    Fields.list(where, snapshot, Recordings::number).forEach(numbers::set);
    return () -> put(numbers);
  }

  private static int number(String where, Object json) {
    long number = Fields.number(where, json);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          where + " is " + number + ": it takes the number of a call");
    }
    return (int) number;
  }

  private synchronized void put(BitSet numbers) {
    deleted = numbers;
  }
}
