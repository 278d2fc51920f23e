package io.ipbx.mock.auth;

/**
 * What a grant decided: tokens of this session, still to be made.
 *
 * @param refreshJti the identifier that the session already knows its new refresh token by
 * @param prefix of an access token's identifier from version 26 on
 */
record Issue(Session session, String refreshJti, String prefix) {}
