/** The flattened picture of a capture: its photo with the widgets drawn in. Knows pixels, and no store, call or channel. */
@NullMarked
package io.pinhole.relay.capture.picture;

import org.jspecify.annotations.NullMarked;
