/** The HTTP API: captures for those who bring a token. */
@NullMarked
package io.pinhole.relay.api;

import org.jspecify.annotations.NullMarked;
