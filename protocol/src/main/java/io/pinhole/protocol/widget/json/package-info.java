/** The widgets of a photo as JSON, for those who keep them and go on with them elsewhere. */
@NullMarked
package io.pinhole.protocol.widget.json;

import org.jspecify.annotations.NullMarked;
