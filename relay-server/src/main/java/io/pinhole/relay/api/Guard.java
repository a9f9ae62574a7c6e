package io.pinhole.relay.api;

import io.pinhole.relay.auth.Permissions;

/** Who asks, and what they may. */
record Guard(BearerTokens tokens, Permissions permissions) {}
