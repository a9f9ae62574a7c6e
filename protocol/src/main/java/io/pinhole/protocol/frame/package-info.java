/** The frames of the wire as values, their table of types, and the words that they share. */
@NullMarked
package io.pinhole.protocol.frame;

import org.jspecify.annotations.NullMarked;
