/** Measurements of a relay: many calls from one lean generator, and the relay's own figures beside it. */
@NullMarked
package io.pinhole.loadtest.bench;

import org.jspecify.annotations.NullMarked;
