package io.ipbx.mock.auth;

/** Ends sessions by what their owner holds, or by whose they are. */
final class TokenRevocation {

  private final Sessions sessions;
  private final Keys keys;
  private final TokenMint mint;

  TokenRevocation(Sessions sessions, Keys keys, TokenMint mint) {
    this.sessions = sessions;
    this.keys = keys;
    this.mint = mint;
  }

  /** Whether {@code token} is a refresh token of this server; its session is over then. */
  boolean endSessionOfRefreshToken(String token) {
    RefreshToken refresh = RefreshToken.read(token, keys.refresh());
    if (refresh == null) {
      return false;
    }
    sessions.end(Id.read(refresh.sessionId()));
    return true;
  }

  /**
   * Whether {@code token} is an access or refresh token of this server; its session is over then.
   */
  boolean revoke(String token) {
    Sessions.Issued issued = mint.issued(token);
    if (issued == null) {
      return endSessionOfRefreshToken(token);
    }
    sessions.end(issued.session().key());
    return true;
  }

  /** Ends all sessions that are counted under {@code identity}. */
  void endAllOf(String identity) {
    sessions.end(principal -> principal.identity().equals(identity));
  }

  /** Ends all sessions that go back to the access {@code email}, which is no more. */
  void endAllOfAccess(String email) {
    sessions.end(principal -> principal.access().equals(email));
  }

  /** Lets the access tokens of those sessions expire; their refresh tokens stay good. */
  void expireAllOf(String identity) {
    sessions.expire(principal -> principal.identity().equals(identity));
  }

  /**
   * Ends all sessions of that access or user, those it opened for others among them.
   *
   * @param email in lower case
   * @return how many
   */
  int revokeAllOf(String email) {
    return sessions.end(
        principal -> principal.email().equals(email) || email.equals(principal.actor()));
  }
}
