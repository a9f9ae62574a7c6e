/** The commands of the relay's program: options in, one line of error out. */
@NullMarked
package io.pinhole.relay.cli;

import org.jspecify.annotations.NullMarked;
