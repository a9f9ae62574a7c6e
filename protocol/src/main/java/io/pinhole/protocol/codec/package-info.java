/** Bytes to frames and back; knows no channel. */
@NullMarked
package io.pinhole.protocol.codec;

import org.jspecify.annotations.NullMarked;
