package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.widget.LargestPhoto;
import io.pinhole.protocol.widget.WidgetState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snapshot of a photo that holds as much as it may, from one end of a connection to the other. */
final class LargestPhotoTest {

    private final WidgetState state = LargestPhoto.state();
    private final Snapshot snapshot = new Snapshot(1 << 28, 1L << 40, 1L << 60, state.toSnapshot());

    @Test
    void no_part_is_longer_than_its_type_may_be() {
        SnapshotCutter cutter = new SnapshotCutter(snapshot);
        int plain = snapshot.widgets().stream().mapToInt(FrameSize::of).sum();
        int parts = 0;
        int largest = 0;
        Snapshot part;
        do {
            part = cutter.next();
            ByteBuf body = Unpooled.buffer();
            part.write(body);
            largest = Math.max(largest, body.readableBytes());
            parts++;
        } while (part.more());
        System.out.printf(
                "the largest photo: %,d widgets, %,d bytes, in %d parts of %,d bytes at most%n",
                snapshot.widgets().size(), plain, parts, largest);
        assertThat(largest).isLessThanOrEqualTo(FrameType.SNAPSHOT.maxBody());
        assertThat(plain).isLessThanOrEqualTo(SnapshotJoiner.MAX_BYTES);
    }

    @Test
    void it_arrives_as_it_was() throws RefusedException {
        Ear ear = new Ear();
        EmbeddedChannel client = new EmbeddedChannel(
                new FrameDecoder(Sender.RELAY, FrameReader.MAX_FRAME_BYTES, LinkMeter.NONE),
                new LinkHandler(Sender.RELAY, LinkMeter.NONE, link -> ear));
        TestLink relay = new TestLink().ofPlenty();
        relay.does(link -> link.send(snapshot));
        for (ByteBuf record = relay.channel().readOutbound();
                record != null;
                record = relay.channel().readOutbound()) {
            assertThat(record.readableBytes()).isLessThanOrEqualTo(2 * Pacing.RECORD_BYTES);
            client.writeInbound(record);
        }
        relay.finish();
        client.finishAndReleaseAll();

        assertThat(ear.heard).hasSize(1);
        Snapshot heard = (Snapshot) ear.heard.get(0);
        assertThat(heard.upTo()).isEqualTo(snapshot.upTo());
        assertThat(WidgetState.fromSnapshot(heard.widgets())).isEqualTo(state);
    }

    private static final class Ear implements LinkOwner {

        private final List<Frame> heard = new ArrayList<>();

        @Override
        public void received(Frame frame) {
            heard.add(frame);
        }

        @Override
        public void stalled(boolean stalled) {}

        @Override
        public void closed(Refusal reason) {}
    }
}
