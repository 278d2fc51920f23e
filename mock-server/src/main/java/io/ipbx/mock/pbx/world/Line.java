package io.ipbx.mock.pbx.world;

import org.jspecify.annotations.Nullable;

/**
 * A number of a switchboard, and whose it is.
 *
 * @param kind as the wire has it: {@code exten}, {@code ddi} or {@code cid}
 * @param owner null for a number of an application
 * @param application what the application is; empty for a number of a user
 * @param priority the first of its owner's is 1
 */
public record Line(
    int id,
    String number,
    String kind,
    @Nullable Person owner,
    String ownerId,
    String application,
    int priority) {

  static final String EXTENSION = "exten";
  static final String DIRECT = "ddi";
  static final String SHOWN = "cid";

  /** Whether it is dialled inside the house. */
  public boolean isExtension() {
    return kind.equals(EXTENSION);
  }
}
