/** The relay's configuration: every default with its unit, validated when built. */
@NullMarked
package io.pinhole.relay.config;

import org.jspecify.annotations.NullMarked;
