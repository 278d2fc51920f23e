package io.ipbx.load.run;

import io.ipbx.load.engine.Measurement;
import java.util.List;

/** How a run goes on. */
public interface Pulse {

  /** The intervals that are over and were not told of yet, in order; after the stop, all. */
  List<Measurement.Interval> over();

  /** Calls that have ended. */
  long ended();

  /** Failed calls. */
  long failed();
}
