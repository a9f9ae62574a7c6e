/** JSON written so that it stays whole anywhere, and read so that every fault is said with its place. */
@NullMarked
package io.pinhole.protocol.json;

import org.jspecify.annotations.NullMarked;
