package io.ipbx.mock.portal;

/**
 * A user of a switchboard, whom an access may impersonate.
 *
 * @param id the subject of tokens made for the user, a UUID
 * @param email in lower case
 * @param switchboard the id of the user's switchboard
 */
public record User(String id, String email, String firstName, String lastName, int switchboard) {}
