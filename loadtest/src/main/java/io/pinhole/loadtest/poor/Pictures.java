package io.pinhole.loadtest.poor;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegScanner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Progressive JPEG files of about the length that is asked for, made of one of our photographs. */
final class Pictures {

    private static final int STEPS = 7;
    private static final int SHEET_SIDE = 16;

    private Pictures() {}

    /** The best quality at which the photograph is no longer than that. */
    static byte[] photo(int bytes) throws IOException {
        BufferedImage photograph = photograph();
        float low = 0.05f;
        float high = 1;
        byte[] best = encode(photograph, low);
        for (int step = 0; step < STEPS; step++) {
            float quality = (low + high) / 2;
            byte[] made = encode(photograph, quality);
            if (made.length <= bytes) {
                best = made;
                low = quality;
            } else {
                high = quality;
            }
        }
        return best;
    }

    /** Something to write notes on, which is hardly longer than its headers. */
    static byte[] sheet() throws IOException {
        return encode(new BufferedImage(SHEET_SIDE, SHEET_SIDE, BufferedImage.TYPE_BYTE_GRAY), 0.5f);
    }

    /** How many bytes it takes until that scan is whole; the first, 0, is a picture already. */
    static long scanEnd(byte[] jpeg, int index) {
        JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        try {
            scanner.accept(jpeg, 0, jpeg.length);
        } catch (RefusedException e) {
            throw new IllegalArgumentException("our own picture is wrong", e);
        }
        return scanner.scanEnd(index);
    }

    private static BufferedImage photograph() throws IOException {
        try (InputStream in = Pictures.class.getResourceAsStream("/photos/retina.jpg")) {
            if (in == null) {
                throw new FileNotFoundException("a photograph is missing from this program");
            }
            return ImageIO.read(in);
        }
    }

    private static byte[] encode(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
