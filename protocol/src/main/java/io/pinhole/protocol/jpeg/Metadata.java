package io.pinhole.protocol.jpeg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application segments that the look of a picture depends on, reduced to just that. */
final class Metadata {

    /** Profiles of cameras and screens have 0.5 to 3.2 KB; those of printing presses have hundreds. */
    static final int MAX_PROFILE_BYTES = 4096;

    private static final String JFIF = "JFIF\0";
    private static final int JFIF_BYTES = 14;
    private static final int JFIF_THUMBNAIL_SIZE_BYTES = 2;
    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";
    private static final String ADOBE = "Adobe";
    private static final int ADOBE_BYTES = 12;

    private final List<byte[]> profile = new ArrayList<>();
    private int profileBytes;
    private byte @Nullable [] jfif;
    private byte @Nullable [] adobe;
    private int orientation;

    /** Looks at a segment; as decoders do, it believes the first of a kind. */
    void read(int marker, ByteBuffer content) {
        if (marker == Marker.APP0 && jfif == null && isWhole(content, JFIF, JFIF_BYTES)) {
            jfif = copy(content, JFIF_BYTES);
            clearThumbnailSize(jfif);
        } else if (marker == Marker.APP1 && orientation == 0 && Ascii.startsWith(content, EXIF)) {
            orientation = Exif.orientation(content.position(content.position() + EXIF.length()));
        } else if (marker == Marker.APP2 && Ascii.startsWith(content, PROFILE)) {
            addProfile(content);
        } else if (marker == Marker.APP14 && adobe == null && isWhole(content, ADOBE, ADOBE_BYTES)) {
            adobe = copy(content, ADOBE_BYTES);
        }
    }

    int orientation() {
        return orientation == 0 ? Exif.UPRIGHT : orientation;
    }

    /** Whether there is a segment that says what the components are. */
    boolean saysColours() {
        return jfif != null || adobe != null;
    }

    /** JFIF wants to be first, EXIF directly behind it. */
    void writeTo(ByteArrayOutputStream out) {
        write(out, Marker.APP0, jfif);
        if (orientation() != Exif.UPRIGHT) {
            write(out, Marker.APP1, Exif.onlyOrientation(EXIF, orientation));
        }
        if (profileBytes <= MAX_PROFILE_BYTES) {
            profile.forEach(piece -> write(out, Marker.APP2, piece));
        }
        write(out, Marker.APP14, adobe);
    }

    private void addProfile(ByteBuffer content) {
        profileBytes += content.remaining();
        if (profileBytes <= MAX_PROFILE_BYTES) {
            profile.add(copy(content, content.remaining()));
        }
    }

    private static boolean isWhole(ByteBuffer content, String identifier, int bytes) {
        return content.remaining() >= bytes && Ascii.startsWith(content, identifier);
    }

    private static byte[] copy(ByteBuffer content, int bytes) {
        byte[] copy = new byte[bytes];
        content.get(content.position(), copy);
        return copy;
    }

    private static void clearThumbnailSize(byte[] jfif) {
        for (int at = JFIF_BYTES - JFIF_THUMBNAIL_SIZE_BYTES; at < JFIF_BYTES; at++) {
            jfif[at] = 0;
        }
    }

    private static void write(ByteArrayOutputStream out, int marker, byte @Nullable [] content) {
        if (content != null) {
            int length = Short.BYTES + content.length;
            out.write(Marker.PREFIX);
            out.write(marker);
            out.write(length >> 8);
            out.write(length);
            out.writeBytes(content);
        }
    }
}
