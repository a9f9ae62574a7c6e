package io.pinhole.protocol.jpeg;

/** What a JPEG file says about its picture, as stored: an orientation is not applied. */
public record JpegHeader(int width, int height, int components, boolean progressive) {

    public long pixels() {
        return (long) width * height;
    }
}
