package io.pinhole.protocol.frame;

import org.jspecify.annotations.Nullable;

/** Why something was refused or a connection ended. The numbers are part of the wire and never reused. */
public enum Code {
    // Ends of a connection.
    LEFT(1),
    MALFORMED(2),
    FRAME_TOO_LONG(3),
    UNKNOWN_FRAME(4),
    UNSUPPORTED_VERSION(5),
    UNAUTHENTICATED(6),
    TOKEN_EXPIRED(7),
    TOKEN_NOT_YET_VALID(8),
    TOKEN_FOREIGN(9),
    RESUME_UNKNOWN(10),
    AUTHENTICATION_TIMEOUT(11),
    TOO_MUCH_BEFORE_AUTHENTICATION(12),
    REPLACED(13),
    SLOW_CONSUMER(14),
    HEARTBEAT_LOST(15),
    TOO_FAST(16),
    CALL_FULL(17),
    CALL_ENDED(18),
    SHUTTING_DOWN(19),
    INTERNAL(20),
    TOO_MANY_CONNECTIONS(21),

    // Refusals of one request; the connection goes on.
    ROLE_NOT_ALLOWED(40),
    CLIENT_NOT_ALLOWED(41),
    RIGHT_MISSING(42),
    NOT_IN_PHOTO_MODE(43),
    BAD_TEXT(44),
    BAD_REQUEST(45),
    UNSUPPORTED(46),
    STORE_UNAVAILABLE(47),
    PHOTO_UNKNOWN(60),
    PHOTO_CONFLICT(61),
    PHOTO_NOT_YOURS(62),
    PHOTO_OVER(63),
    TOO_MANY_PHOTOS(64),
    PHOTO_TOO_LARGE(65),
    RENDITION_UNKNOWN(66),
    WRONG_OFFSET(67),
    HASH_MISMATCH(68),
    NOT_A_JPEG(69),
    JPEG_UNSUPPORTED(70),
    JPEG_DIMENSIONS(71),
    JPEG_TOO_MANY_SCANS(72),
    JPEG_MALFORMED(73),
    OPERATION_GAP(80),
    OPERATION_CONFLICT(81),
    OPERATION_WRITER(82),
    EPOCH_CHANGED(83),
    WIDGET_UNKNOWN(84),
    WIDGET_EXISTS(85),
    WIDGET_LOCKED(86),
    WIDGET_NOT_YOURS(87),
    WIDGET_KIND(88),
    WIDGET_FIELD(89),
    BAD_GEOMETRY(90),
    TOO_MANY_WIDGETS(91),
    TOO_MANY_POINTS(92),
    CAPTURE_CONFLICT(100),
    CAPTURE_NAME_TAKEN(101),
    REVISION_UNKNOWN(102),
    CAPTURE_NAME(103),
    CAPTURE_FAILED(104);

    private final int number;

    Code(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The code of a number, or null when a newer peer sent one that we do not know. */
    public static @Nullable Code of(int number) {
        for (Code code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return null;
    }
}
