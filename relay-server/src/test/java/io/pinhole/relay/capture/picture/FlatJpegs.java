package io.pinhole.relay.capture.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A file of 64 x 64 pixels of one colour, such as few programs write. */
final class FlatJpegs {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
    private static final int SOI_BYTES = 2;
    private static final int JFIF_BYTES = 18;

    private FlatJpegs() {}

    private static byte[] notSubsampled(int rgb) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[64 * 64];
        Arrays.fill(pixels, rgb);
        image.setRGB(0, 0, 64, 64, pixels, 0, 64);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(FORMAT);
            IIOMetadataNode brightness =
                    (IIOMetadataNode) tree.getElementsByTagName("componentSpec").item(0);
            brightness.setAttribute("HsamplingFactor", "1");
            brightness.setAttribute("VsamplingFactor", "1");
            metadata.setFromTree(FORMAT, tree);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Without JFIF, of components 4, 5 and 6, not subsampled: nothing says that they are YCbCr. */
    static byte[] bare(int rgb) throws IOException {
        byte[] jpeg = notSubsampled(rgb);
        int jfifEnd = SOI_BYTES + JFIF_BYTES;
        byte[] bare = Arrays.copyOf(jpeg, jpeg.length - JFIF_BYTES);
        System.arraycopy(jpeg, jfifEnd, bare, SOI_BYTES, jpeg.length - jfifEnd);
        int frame = indexOf(bare, 0xc0) + 10;
        int scan = indexOf(bare, 0xda) + 5;
        for (int component = 0; component < 3; component++) {
            bare[frame + 3 * component] += 3;
            bare[scan + 2 * component] += 3;
        }
        return bare;
    }

    private static int indexOf(byte[] jpeg, int marker) {
        int at = 0;
        while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != marker) {
            at++;
        }
        return at;
    }
}
