package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.codec.Reassembler;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.link.FrameDecoder;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkHandler;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.protocol.link.LinkOwner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The other end of one connection: says what a test wants, and reads what the client says. */
final class FakeRelay {

    static final CallId CALL = new CallId("pump-3");
    static final PersonId ANNA = new PersonId("anna");
    static final String SECRET = "00ff";

    /** How much of a photo is on its way at most before the client was answered. */
    static final int WINDOW = 4 * 1024;

    /** As little room as this may be left in it: no chunk is worth its header there. */
    static final int CRUMBS = 47;

    private final EmbeddedChannel channel;
    private final FrameReader reader = new FrameReader(FrameType.Sender.CLIENT, FrameReader.MAX_FRAME_BYTES);
    private final Reassembler reassembler = new Reassembler(FrameType.Sender.CLIENT, UnpooledByteBufAllocator.DEFAULT);
    private final StringBuilder bytes = new StringBuilder();
    private int taken;
    private int records;
    private int answered;

    FakeRelay(Function<Link, LinkOwner> client) {
        channel = new EmbeddedChannel(
                new FrameDecoder(FrameType.Sender.RELAY, FrameReader.MAX_FRAME_BYTES, LinkMeter.NONE),
                new LinkHandler(FrameType.Sender.RELAY, LinkMeter.NONE, client));
    }

    static Welcome welcome() {
        Participant self = new Participant(1, ANNA, "Anna", Role.FIELD_OPERATOR, ClientKind.MOBILE, Presence.HERE);
        return new Welcome(
                1,
                Set.of(Capability.ANNOTATE, Capability.CAPTURE),
                CALL,
                self,
                Set.of(Right.SHARE),
                SECRET,
                false,
                Mode.PHOTO,
                1000,
                10_000,
                0);
    }

    void say(ServerFrame... frames) {
        for (ServerFrame frame : frames) {
            ByteBuf out = Unpooled.buffer();
            FrameWriter.write(frame, out);
            frame.release();
            channel.writeInbound(out);
        }
        channel.runPendingTasks();
    }

    /** What the client has said since; it is answered, and photo bytes are taken, until no more comes. */
    List<ClientFrame> heard() {
        List<ClientFrame> heard = heardWithoutTaking();
        while (records != answered) {
            answer();
            heard.addAll(heardWithoutTaking());
        }
        return heard;
    }

    /** The line is one of plenty: nothing but the window holds photos up. */
    private void answer() {
        answered = records;
        ByteBuf out = Unpooled.buffer();
        FrameWriter.write(new Feedback((records - 1) & 0xffff, 0, 0, taken, Feedback.MOST_RATE), out);
        channel.writeInbound(out);
    }

    /** What the client has said since, leaving it to wait for an answer. */
    List<ClientFrame> heardWithoutTaking() {
        List<ClientFrame> heard = new ArrayList<>();
        channel.runPendingTasks();
        read(heard);
        return heard;
    }

    /** Photo bytes of all chunks heard, as text. */
    String photoBytes() {
        return bytes.toString();
    }

    /** Closes without letting the client notice more than its link does. */
    void breakOff() {
        channel.pipeline().fireChannelInactive();
    }

    void hangUp() {
        channel.close();
        channel.runPendingTasks();
        channel.finishAndReleaseAll();
    }

    boolean isClosed() {
        channel.runPendingTasks();
        return !channel.isOpen();
    }

    private void read(List<ClientFrame> heard) {
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            try {
                for (Frame frame = reader.next(out); frame != null; frame = reader.next(out)) {
                    take(frame, heard);
                }
            } catch (WireException e) {
                throw new AssertionError(e);
            } finally {
                out.release();
            }
        }
    }

    private void take(Frame frame, List<ClientFrame> heard) throws WireException {
        Frame whole = frame instanceof Fragment fragment ? reassembler.accept(fragment) : frame;
        if (whole instanceof Chunk chunk) {
            taken += chunk.data().readableBytes();
            bytes.append(chunk.data().toString(StandardCharsets.US_ASCII));
            chunk.release();
        } else if (whole instanceof Stamp) {
            records++;
        } else if (whole instanceof ClientFrame said) {
            heard.add(said);
            said.release();
        }
    }
}
