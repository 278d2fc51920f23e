package io.ipbx.sdk.auth.impl;

/**
 * Sees to it that an identity whose tokens are kept in a bounded cache has one flight in the air,
 * even when the cache forgets it meanwhile and makes it anew.
 */
interface Runway {

  /** For an identity that is never forgotten. */
  Runway PRIVATE =
      new Runway() {
        @Override
        public IdentityTokens claim(IdentityTokens claimant) {
          return claimant;
        }

        @Override
        public void release(IdentityTokens holder) {}
      };

  /** {@code claimant} when it may fly, else the one that is flying for the same identity. */
  IdentityTokens claim(IdentityTokens claimant);

  /** The flight is over; without effect for one that does not hold the claim. */
  void release(IdentityTokens holder);
}
