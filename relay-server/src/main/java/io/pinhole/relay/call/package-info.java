/** A call, who is in it, what they look at; confined to one event loop per call. */
@NullMarked
package io.pinhole.relay.call;

import org.jspecify.annotations.NullMarked;
