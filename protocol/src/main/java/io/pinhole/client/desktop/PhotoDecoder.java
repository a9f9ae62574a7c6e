package io.pinhole.client.desktop;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.jpeg.CleanJpeg;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a JPEG into opaque sRGB. */
final class PhotoDecoder {

    /** 48 MB as integers, and the decoder's own 36 MB. */
    private static final int MAX_PIXELS = 12_000_000;

    private PhotoDecoder() {}

    /** Leaves out pixels of a very large one, so that memory stays bounded. */
    static BufferedImage decode(CleanJpeg jpeg) throws RefusedException {
        return decode(jpeg, step((long) jpeg.width() * jpeg.height()));
    }

    /** Every pixel of it. */
    static BufferedImage decodeWhole(CleanJpeg jpeg) throws RefusedException {
        return decode(jpeg, 1);
    }

    private static BufferedImage decode(CleanJpeg jpeg, int step) throws RefusedException {
        try {
            return toRgb(read(jpeg, step));
        } catch (IOException | RuntimeException e) { // hostile files make the readers throw almost anything
            throw new RefusedException(Code.JPEG_UNSUPPORTED, "this JPEG cannot be decoded here: " + e.getMessage());
        }
    }

    private static BufferedImage read(CleanJpeg jpeg, int step) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg.bytes()))) {
            reader.setInput(in, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static int step(long pixels) {
        return (int) Math.ceil(Math.sqrt((double) pixels / MAX_PIXELS));
    }

    /** Grey is copied as it is: converting it would take it for linear light and brighten it. */
    private static BufferedImage toRgb(BufferedImage decoded) throws RefusedException {
        int components = decoded.getColorModel().getNumComponents();
        if (components != 1 && components != 3) {
            throw new RefusedException(Code.JPEG_UNSUPPORTED, "this JPEG has " + components + " colour components");
        }
        BufferedImage rgb = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
        boolean foreign =
                components == 3 && !decoded.getColorModel().getColorSpace().isCS_sRGB();
        if (foreign) {
            return new ColorConvertOp(null).filter(decoded, rgb);
        }
        Canvas.draw(decoded, rgb);
        return rgb;
    }
}
