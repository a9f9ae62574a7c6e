/** What the relay counts; the only place that knows the registry. */
@NullMarked
package io.pinhole.relay.metrics;

import org.jspecify.annotations.NullMarked;
