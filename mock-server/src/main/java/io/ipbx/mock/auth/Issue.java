package io.ipbx.mock.auth;

/**
 * What a grant decided: tokens of this session, still to be made.
 *
 * @param use which of the session's uses its new refresh token is for
 * @param prefix of an access token's identifier from version 26 on
 */
record Issue(Session session, long use, String prefix) {}
