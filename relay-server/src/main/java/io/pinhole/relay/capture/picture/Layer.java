package io.pinhole.relay.capture.picture;

import java.awt.Shape;

/** An area of one colour. In units, from the top left of the upright picture, unless said otherwise. */
record Layer(Shape shape, int argb) {}
