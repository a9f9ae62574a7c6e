package io.pinhole.relay.capture.picture;

import java.awt.geom.Path2D;

/**
 * One character of the font, in em.
 *
 * @param outline from its origin on the baseline, y downwards
 * @param advance how far to the right the next one's origin is
 */
record Glyph(Path2D outline, double advance) {}
