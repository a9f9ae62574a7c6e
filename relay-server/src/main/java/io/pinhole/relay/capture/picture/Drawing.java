package io.pinhole.relay.capture.picture;

import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * What a widget looks like.
 *
 * @param layers the lowest first
 * @param turn of all layers, in units
 * @param opacity of the whole, 0 to 255: where layers overlap, only the highest is seen through it
 */
record Drawing(List<Layer> layers, AffineTransform turn, int opacity) {}
