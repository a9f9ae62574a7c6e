/** The operations port, and the page at the HTTP port. */
@NullMarked
package io.pinhole.relay.http;

import org.jspecify.annotations.NullMarked;
