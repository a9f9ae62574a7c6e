package io.pinhole.client.desktop;

import io.pinhole.protocol.jpeg.CleanJpeg;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes an upright picture as JPEG with Huffman tables of its own. */
final class PhotoEncoder {

    private PhotoEncoder() {}

    /** A file whose beginnings are pictures already; worth its headers from some kilobytes on. */
    static CleanJpeg progressive(BufferedImage picture, double quality) {
        JPEGImageWriteParam parameters = parameters(quality);
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return encode(picture, parameters);
    }

    static CleanJpeg baseline(BufferedImage picture, double quality) {
        JPEGImageWriteParam parameters = parameters(quality);
        parameters.setOptimizeHuffmanTables(true);
        return encode(picture, parameters);
    }

    private static JPEGImageWriteParam parameters(double quality) {
        JPEGImageWriteParam parameters = new JPEGImageWriteParam(null);
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality((float) quality);
        return parameters;
    }

    private static CleanJpeg encode(BufferedImage picture, ImageWriteParam parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            writer.dispose();
        }
        return new CleanJpeg(bytes.toByteArray(), 1, picture.getWidth(), picture.getHeight());
    }
}
