/** The relay: where the process begins. */
@NullMarked
package io.pinhole.relay;

import org.jspecify.annotations.NullMarked;
