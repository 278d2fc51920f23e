package io.ipbx.load.run;

/** Who makes the calls of runs: this process, or several. Used off event loops. */
public interface Crew extends AutoCloseable {

  /** Takes a mission on; nothing is called yet. */
  Stint take(Mission mission);

  @Override
  void close();
}
