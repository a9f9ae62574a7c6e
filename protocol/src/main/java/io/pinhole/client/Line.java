package io.pinhole.client;

import io.pinhole.protocol.link.Link;

/** A connection that is in the call: how to send, and how to ask. On the client's loop. */
record Line(Link link, Requests requests) {}
