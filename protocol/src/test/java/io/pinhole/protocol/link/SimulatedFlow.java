package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.proto.Append;
import io.pinhole.protocol.proto.Ink;
import io.pinhole.protocol.proto.OperationMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What one person says, draws and shows, and when the other person gets it. */
final class SimulatedFlow {

    private static final long NOTE_NANOS = 200 * MILLIS;

    /** With its header, about 80 bytes. */
    private static final int NOTE_BYTES = 48;

    private static final int LEAST_HEADER_BYTES = 28;

    private final SimulatedTime time;
    private final Plan plan;
    private final List<SimulatedPhoto> photos = new ArrayList<>();
    private final Journey voice = new Journey();
    private final Journey notes = new Journey();
    private boolean isOver;

    /**
     * What a person does.
     *
     * @param voiceBytes of each frame; 0: is silent
     * @param draws whether there is a note five times a second
     */
    record Plan(int voiceBytes, Voice.Duration voiceFrame, boolean draws, List<PlannedPhoto> photos) {}

    record PlannedPhoto(int bytes, long atNanos) {}

    SimulatedFlow(SimulatedTime time, Plan plan) {
        this.time = time;
        this.plan = plan;
        for (PlannedPhoto photo : plan.photos) {
            photos.add(new SimulatedPhoto(photos.size() + 1, photo.bytes, photo.atNanos));
        }
    }

    void start(SimulatedEnd end, SplittableRandom random) {
        long frameNanos = plan.voiceFrame.millis() * MILLIS;
        if (plan.voiceBytes > 0) {
            time.at(random.nextLong(frameNanos), () -> speak(end, frameNanos));
        }
        if (plan.draws) {
            time.at(random.nextLong(NOTE_NANOS), () -> draw(end));
        }
        photos.forEach(photo -> time.at(photo.begun(), () -> end.add(photo)));
    }

    /** Nothing is said or drawn any more. */
    void stop() {
        isOver = true;
    }

    private void speak(SimulatedEnd end, long frameNanos) {
        if (!isOver) {
            int number = voice.begin(time.now());
            ByteBuf payload = Unpooled.buffer(plan.voiceBytes).writeInt(number).writeZero(plan.voiceBytes - 4);
            int tick = number * plan.voiceFrame.ticks() & 0xffff;
            end.voice(new Voice(number == 0, 5, plan.voiceFrame, 0, 1, tick, payload));
            time.after(frameNanos, () -> speak(end, frameNanos));
        }
    }

    private void draw(SimulatedEnd end) {
        if (!isOver) {
            int number = notes.begin(time.now());
            byte[] bits = new byte[NOTE_BYTES];
            Arrays.fill(bits, (byte) number);
            Append append = Append.newBuilder()
                    .setWidget(ByteString.copyFrom(new byte[8]))
                    .setInk(Ink.newBuilder().setBits(ByteString.copyFrom(bits)))
                    .build();
            List<OperationMessage> operations =
                    List.of(OperationMessage.newBuilder().setAppend(append).build());
            end.send(new Operations(1, 1, 1, number, operations));
            time.after(NOTE_NANOS, () -> draw(end));
        }
    }

    /** At the other person's end. */
    void received(Frame frame) {
        if (frame instanceof Voice bundle) {
            for (ByteBuf heard : bundle.frames()) {
                voice.end(heard.getInt(heard.readerIndex()), time.now());
            }
        } else if (frame instanceof Operations operations) {
            notes.end((int) operations.firstSeq(), time.now());
        } else if (frame instanceof Chunk chunk) {
            photos.get(chunk.handle() - 1).onReceived(chunk.data().readableBytes(), time.now());
        } else {
            throw new AssertionError("nobody sent " + frame);
        }
    }

    /** What the voice takes of the line at the very least: the frames, and 28 bytes of headers for each. */
    double leastVoiceBitsPerSecond() {
        return plan.voiceBytes == 0 ? 0 : (plan.voiceBytes + LEAST_HEADER_BYTES) * 8000.0 / plan.voiceFrame.millis();
    }

    List<SimulatedPhoto> photos() {
        return photos;
    }

    boolean arePhotosComplete() {
        return photos.stream().allMatch(SimulatedPhoto::isComplete);
    }

    Journey voice() {
        return voice;
    }

    Journey notes() {
        return notes;
    }
}
