/** Saved photos: keeping them, and having their pictures drawn. */
@NullMarked
package io.pinhole.relay.capture;

import org.jspecify.annotations.NullMarked;
