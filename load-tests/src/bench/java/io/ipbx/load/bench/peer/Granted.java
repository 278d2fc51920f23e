package io.ipbx.load.bench.peer;

import java.time.Instant;

/** What the auth server gave. */
record Granted(String token, Instant expiresAt) {}
