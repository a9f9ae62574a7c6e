package io.pinhole.protocol.jpeg;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photographs, and JPEG files drawn when a test needs them. */
public final class TestJpegs {

    private TestJpegs() {}

    /** One of the files in {@code photos}. */
    public static byte[] photo(String name) {
        try (InputStream in = TestJpegs.class.getResourceAsStream("/photos/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] baseline(int width, int height) {
        return encode(drawing(width, height, BufferedImage.TYPE_INT_RGB), ImageWriteParam.MODE_DISABLED);
    }

    public static byte[] progressive(int width, int height) {
        return encode(drawing(width, height, BufferedImage.TYPE_INT_RGB), ImageWriteParam.MODE_DEFAULT);
    }

    public static byte[] grey(int width, int height) {
        return encode(drawing(width, height, BufferedImage.TYPE_BYTE_GRAY), ImageWriteParam.MODE_DISABLED);
    }

    /** The file with EXIF that says how the camera was held. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        return JpegParts.behindSoi(jpeg, JpegParts.segment(Marker.APP1, Exif.onlyOrientation("Exif\0\0", orientation)));
    }

    /** The file with the small picture in each place where cameras put one: EXIF's, JFIF's, and behind the end. */
    public static byte[] withThumbnails(byte[] jpeg, byte[] thumbnail) {
        int directories = 2 + 4 + 2 + 2 * 12 + 4;
        int headerBytes = 8;
        ByteBuffer exif = ByteBuffer.allocate(headerBytes + directories);
        exif.put(Ascii.bytes("MM\0*")).putInt(headerBytes);
        exif.putShort((short) 0).putInt(headerBytes + 6); // nothing about the picture itself, then the thumbnail's
        exif.putShort((short) 2);
        exif.putShort((short) 0x0201).putShort((short) 4).putInt(1).putInt(exif.capacity());
        exif.putShort((short) 0x0202).putShort((short) 4).putInt(1).putInt(thumbnail.length);
        byte[] file = JpegParts.behindSoi(
                jpeg,
                JpegParts.segment(Marker.APP0, Ascii.bytes("JFXX\0\20"), thumbnail),
                JpegParts.segment(Marker.APP1, Ascii.bytes("Exif\0\0"), exif.array(), thumbnail));
        return JpegParts.join(file, thumbnail);
    }

    public static byte[] withProfile(byte[] jpeg, byte[] profile) {
        byte[] identifier = Ascii.bytes("ICC_PROFILE\0\1\1");
        return JpegParts.behindSoi(jpeg, JpegParts.segment(Marker.APP2, identifier, profile));
    }

    /** 8 x 8 pixels of as many components, all black, one scan for each. */
    public static byte[] ofComponents(int components) {
        return JpegParts.ofComponents(components);
    }

    public static BufferedImage decode(byte[] jpeg) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Red, green, blue and white quarters, so that every way of turning it can be told. */
    public static BufferedImage drawing(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        Color[] quarters = {Color.RED, Color.GREEN, Color.BLUE};
        for (int quarter = 0; quarter < quarters.length; quarter++) {
            graphics.setColor(quarters[quarter]);
            graphics.fillRect(quarter % 2 * (width / 2), quarter / 2 * (height / 2), width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    /** Nothing that could be packed well; the same for the same size. */
    public static BufferedImage noise(int width, int height) {
        Random random = new Random(width * 31L + height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    public static byte[] encode(BufferedImage image, int progressiveMode) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(progressiveMode);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
