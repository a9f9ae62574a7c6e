/** What outlives the process: the ports, and all that knows java.sql. */
@NullMarked
package io.pinhole.relay.store;

import org.jspecify.annotations.NullMarked;
