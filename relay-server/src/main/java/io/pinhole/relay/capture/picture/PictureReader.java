package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.jpeg.JpegHeader;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegOpening;
import io.pinhole.protocol.jpeg.JpegOpeningReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Decodes a JPEG file into upright sRGB, leaving out rows and columns of large ones.
 *
 * <p>On the heap there is one picture of at most {@link #MAX_PIXELS}. Of a progressive file the decoder holds all
 * coefficients beside the heap, two bytes each: 240 MB at worst, of 40 megapixels without colour subsampling.
 */
final class PictureReader {

    /** What phones call 12 megapixels is up to 4080 x 3072. */
    static final int MAX_PIXELS = 12 << 20;

    private static final int PIECE_BYTES = 64 * 1024;
    private static final int GREY = 1;
    private static final int COLOUR = 3;
    private static final byte[] NOTHING = {};

    /** Says that three components are YCbCr: without any word of it the decoder may take them for RGB. */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0,
    };

    private PictureReader() {}

    /**
     * @throws UnreadablePictureException if these bytes are no picture that can be decoded
     * @throws IOException if the bytes could not be read
     */
    static BufferedImage read(PictureBytes bytes) throws UnreadablePictureException, IOException {
        JpegOpening opening = opening(bytes);
        int components = opening.header().components();
        if (components != GREY && components != COLOUR) {
            throw new UnreadablePictureException(
                    "the picture has " + components + " colour components; only grey and YCbCr or RGB can be drawn on");
        }
        try (PictureStream in = new PictureStream(bytes, opening.saysColours() ? NOTHING : JFIF)) {
            try {
                return decode(in, opening);
            } catch (IOException | RuntimeException e) { // hostile files make the decoder throw almost anything
                in.throwSourceFailure();
                throw new UnreadablePictureException("the picture cannot be decoded: " + e.getMessage(), e);
            }
        }
    }

    private static JpegOpening opening(PictureBytes bytes) throws UnreadablePictureException, IOException {
        JpegOpeningReader reader = new JpegOpeningReader(JpegLimits.DEFAULT);
        byte[] piece = new byte[PIECE_BYTES];
        try (PictureStream in = new PictureStream(bytes, NOTHING)) {
            for (int length = in.read(piece); length > 0; length = in.read(piece)) {
                Optional<JpegOpening> opening = reader.accept(piece, length);
                if (opening.isPresent()) {
                    return opening.get();
                }
            }
        } catch (RefusedException e) {
            throw new UnreadablePictureException("no photo that a relay takes: " + e.getMessage(), e);
        }
        throw new UnreadablePictureException("the file ends before its first scan");
    }

    private static BufferedImage decode(PictureStream in, JpegOpening opening) throws IOException {
        JpegHeader header = opening.header();
        int step = step(header);
        Turning turning = new Turning(opening.orientation(), left(header.width(), step), left(header.height(), step));
        Damage damage = new Damage();
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener(damage);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            parameters.setDestination(turning.stored());
            reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
        damage.check();
        return turning.upright();
    }

    /** Of how many rows and columns one is taken. */
    private static int step(JpegHeader header) {
        int step = 1;
        while ((long) left(header.width(), step) * left(header.height(), step) > MAX_PIXELS) {
            step++;
        }
        return step;
    }

    private static int left(int side, int step) {
        return (side + step - 1) / step;
    }
}
