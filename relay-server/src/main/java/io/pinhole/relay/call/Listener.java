package io.pinhole.relay.call;

import io.pinhole.protocol.link.Link;

/** One who hears the others. Immutable, published as part of an array: voice takes no other way into the call. */
record Listener(Seat seat, Link link) {}
