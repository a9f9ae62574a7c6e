/** One link's sending and receiving side: what goes next, what is stale, what is measured. Pure policies, and one thin Netty handler that drives them. */
@NullMarked
package io.pinhole.protocol.link;

import org.jspecify.annotations.NullMarked;
