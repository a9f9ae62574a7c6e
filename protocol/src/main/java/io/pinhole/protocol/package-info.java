/** The wire of Pinhole and the rules of sending on it; shared by the relay and its clients. */
@NullMarked
package io.pinhole.protocol;

import org.jspecify.annotations.NullMarked;
