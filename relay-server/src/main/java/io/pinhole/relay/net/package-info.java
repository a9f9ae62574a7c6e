/** Listeners, pipelines and connection states: where bytes become frames and frames reach a call. */
@NullMarked
package io.pinhole.relay.net;

import org.jspecify.annotations.NullMarked;
