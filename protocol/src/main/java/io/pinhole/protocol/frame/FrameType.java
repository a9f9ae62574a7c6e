package io.pinhole.protocol.frame;

import static io.pinhole.protocol.frame.TrafficClass.CONTROL;
import static io.pinhole.protocol.frame.TrafficClass.DELTA;
import static io.pinhole.protocol.frame.TrafficClass.PHOTO;
import static io.pinhole.protocol.frame.TrafficClass.VOICE;

import io.netty.buffer.ByteBuf;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one table of frame types: byte, traffic class, who may send it, how long its body may be, how it is read. */
public enum FrameType {
    STAMP(0x01, CONTROL, Sender.BOTH, 4, Stamp::read),
    FEEDBACK(0x02, CONTROL, Sender.BOTH, 10, Feedback::read),
    FRAGMENT(0x03, CONTROL, Sender.BOTH, 16 * 1024, Fragment::read),
    CHUNK(0x04, PHOTO, Sender.BOTH, 16 * 1024, Chunk::readContinuing),
    CHUNK_AT(0x05, PHOTO, Sender.BOTH, 16 * 1024, Chunk::readAt),

    HELLO(0x10, CONTROL, Sender.CLIENT, 4000, Hello::read),
    WELCOME(0x11, CONTROL, Sender.RELAY, 4000, Welcome::read),
    CLOSE(0x12, CONTROL, Sender.BOTH, 1024, Close::read),
    PING(0x13, CONTROL, Sender.BOTH, 16, Ping::read),
    PONG(0x14, CONTROL, Sender.BOTH, 16, Pong::read),
    REPLY(0x15, CONTROL, Sender.RELAY, 1024, Reply::read),
    HAVE(0x16, CONTROL, Sender.CLIENT, 64 * 1024, Have::read),

    PARTICIPANT(0x20, CONTROL, Sender.RELAY, 1024, Participant::read),
    SET_MODE(0x21, CONTROL, Sender.CLIENT, 32, SetMode::read),
    MODE_CHANGED(0x22, CONTROL, Sender.RELAY, 32, ModeChanged::read),
    SET_VIEW(0x23, CONTROL, Sender.CLIENT, 32, SetView::read),
    VIEW(0x24, CONTROL, Sender.RELAY, 64, View::read),
    END(0x25, CONTROL, Sender.CLIENT, 16, End::read),
    SPEAK_AT(0x26, CONTROL, Sender.RELAY, 32, SpeakAt::read),

    OFFER(0x30, CONTROL, Sender.CLIENT, 1024, Offer::read),
    OFFERED(0x31, CONTROL, Sender.RELAY, 256, Offered::read),
    UPLOAD(0x32, CONTROL, Sender.CLIENT, 64, Upload::read),
    UPLOAD_FAILED(0x33, CONTROL, Sender.RELAY, 1024, UploadFailed::read),
    STORED(0x34, CONTROL, Sender.RELAY, 64, Stored::read),
    PUBLISH(0x35, CONTROL, Sender.CLIENT, 32, Publish::read),
    PHOTO_ENTRY(0x36, CONTROL, Sender.RELAY, 1280, PhotoEntry::read),
    NEW_SHOT(0x37, CONTROL, Sender.RELAY, 32, NewShot::read),
    OPEN(0x38, CONTROL, Sender.CLIENT, 64, Open::read),
    OPENED(0x39, CONTROL, Sender.RELAY, 128, Opened::read),
    SHUT(0x3a, CONTROL, Sender.CLIENT, 16, Shut::read),
    SHOWN(0x3b, CONTROL, Sender.CLIENT, 32, Shown::read),
    SEEN(0x3c, CONTROL, Sender.RELAY, 32, Seen::read),
    RENAME(0x3d, CONTROL, Sender.CLIENT, 1024, Rename::read),
    WITHDRAW(0x3e, CONTROL, Sender.CLIENT, 32, Withdraw::read),
    INTEREST(0x3f, CONTROL, Sender.RELAY, 4096, Interest::read),

    OPERATIONS(0x40, DELTA, Sender.CLIENT, 64 * 1024, Operations::read),
    OPERATION_RESULTS(0x41, DELTA, Sender.RELAY, 64 * 1024, OperationResults::read),
    DELTAS(0x42, DELTA, Sender.RELAY, 65 * 1024, Deltas::read),
    SNAPSHOT(0x43, DELTA, Sender.RELAY, 320 * 1024, Snapshot::read),
    POINTER(0x44, DELTA, Sender.BOTH, 64, Pointer::read),
    STROKE(0x45, DELTA, Sender.BOTH, 4096, Stroke::read),
    SAVE(0x46, CONTROL, Sender.CLIENT, 1024, Save::read),
    CAPTURED(0x47, CONTROL, Sender.RELAY, 1024, Captured::read),
    STROKE_INK(0x48, DELTA, Sender.BOTH, 2048, StrokeInk::read),

    /** Every type byte from 0x80 on: seven bits of the voice header ride in it. */
    VOICE_BUNDLE(0x80, VOICE, Sender.BOTH, 2048, null);

    /** Who may send a type. */
    public enum Sender {
        CLIENT,
        RELAY,
        BOTH;

        boolean includes(Sender other) {
            return this == BOTH || this == other;
        }
    }

    private interface Reader {
        Frame read(ByteBuf body) throws WireException;
    }

    private static final int VOICE_BIT = 0x80;
    private static final @Nullable FrameType[] BY_CODE = new @Nullable FrameType[VOICE_BIT];

    static {
        for (FrameType type : values()) {
            if (type != VOICE_BUNDLE) {
                BY_CODE[type.code] = type;
            }
        }
    }

    private final int code;
    private final TrafficClass trafficClass;
    private final Sender sender;
    private final int maxBody;

    @SuppressWarnings("ImmutableEnumChecker") // only ever a method reference
    private final @Nullable Reader reader;

    FrameType(int code, TrafficClass trafficClass, Sender sender, int maxBody, @Nullable Reader reader) {
        this.code = code;
        this.trafficClass = trafficClass;
        this.sender = sender;
        this.maxBody = maxBody;
        this.reader = reader;
    }

    public int code() {
        return code;
    }

    public TrafficClass trafficClass() {
        return trafficClass;
    }

    public Sender sender() {
        return sender;
    }

    /** The most bytes that its body may have, whole or put together from fragments. */
    public int maxBody() {
        return maxBody;
    }

    /** Whether it may come in fragments: voice and chunks are small by nature, link frames belong to one flush. */
    public boolean mayBeFragmented() {
        return switch (this) {
            case STAMP, FEEDBACK, FRAGMENT, CHUNK, CHUNK_AT, VOICE_BUNDLE -> false;
            default -> true;
        };
    }

    /**
     * Reads a frame from its type byte to the end of the buffer. Payload is a retained slice of it.
     *
     * @param from who sent it: {@link Sender#CLIENT} or {@link Sender#RELAY}
     * @throws WireException if it is not exactly one well-formed frame that this sender may send
     */
    public static Frame read(ByteBuf in, Sender from) throws WireException {
        int typeByte = in.readUnsignedByte();
        FrameType type = of(typeByte);
        if (!type.sender.includes(from)) {
            throw new WireException(
                    Code.UNKNOWN_FRAME, type + " is not for a " + from.name().toLowerCase(Locale.ROOT) + " to send");
        }
        if (in.readableBytes() > type.maxBody) {
            throw new WireException(
                    Code.FRAME_TOO_LONG, type + " of " + in.readableBytes() + " bytes, at most " + type.maxBody);
        }
        Frame frame = type.reader == null ? Voice.read(typeByte, in) : type.reader.read(in);
        if (in.isReadable()) {
            frame.release();
            throw WireException.malformed(type + " has " + in.readableBytes() + " trailing bytes");
        }
        return frame;
    }

    /** @throws WireException UNKNOWN_FRAME naming the byte */
    public static FrameType of(int typeByte) throws WireException {
        FrameType type = typeByte >= VOICE_BIT ? VOICE_BUNDLE : BY_CODE[typeByte];
        if (type == null) {
            throw new WireException(Code.UNKNOWN_FRAME, String.format("unknown frame type 0x%02x", typeByte));
        }
        return type;
    }
}
