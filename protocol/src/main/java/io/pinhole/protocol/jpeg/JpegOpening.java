package io.pinhole.protocol.jpeg;

/**
 * What a JPEG file says about its picture before its first scan.
 *
 * @param orientation how to turn the stored picture to see it upright: EXIF's 1 to 8, 1 for as it is
 * @param saysColours whether JFIF, Adobe's segment or the names R, G, B say what the components are; if nothing does,
 *     three of them are YCbCr
 */
public record JpegOpening(JpegHeader header, int orientation, boolean saysColours) {}
