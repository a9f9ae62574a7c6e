/** The widgets of a call's photos: one order for all, durable before anybody is told. */
@NullMarked
package io.pinhole.relay.annotation;

import org.jspecify.annotations.NullMarked;
