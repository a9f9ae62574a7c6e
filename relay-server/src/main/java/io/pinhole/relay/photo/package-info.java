/** A call's photos: uploads, bytes that exist once, cursors into them. */
@NullMarked
package io.pinhole.relay.photo;

import org.jspecify.annotations.NullMarked;
