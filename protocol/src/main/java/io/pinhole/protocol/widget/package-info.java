/** The widgets of a photo and how an operation changes them: the same code at the relay and at every client. */
@NullMarked
package io.pinhole.protocol.widget;

import org.jspecify.annotations.NullMarked;
