/** Who may join and as what, and how the relay proves who it is: keys, tokens, grants, permissions, certificate. */
@NullMarked
package io.pinhole.relay.auth;

import org.jspecify.annotations.NullMarked;
