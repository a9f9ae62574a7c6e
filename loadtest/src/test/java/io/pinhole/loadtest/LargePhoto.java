package io.pinhole.loadtest;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.jpeg.CleanJpeg;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegStripper;
import io.pinhole.protocol.jpeg.TestJpegs;
import javax.imageio.ImageWriteParam;

/** A progressive picture of noise, of over 2 MB: more than any window lets on its way at once, a few times over. */
final class LargePhoto {

    private static final int WIDTH = 2400;
    private static final int HEIGHT = 1800;

    private LargePhoto() {}

    static CleanJpeg make() {
        byte[] jpeg = TestJpegs.encode(TestJpegs.noise(WIDTH, HEIGHT), ImageWriteParam.MODE_DEFAULT);
        try {
            return JpegStripper.strip(jpeg, JpegLimits.DEFAULT);
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }
}
