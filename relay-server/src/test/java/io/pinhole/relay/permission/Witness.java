package io.pinhole.relay.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.relay.fixture.TestClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody had seen at some moment, to tell whether there is anything new. */
final class Witness {

    private final TestClient client;
    private final int frames;
    private final int voices;
    private final Map<PhotoId, PhotoEntry> entries = new HashMap<>();

    Witness(TestClient client) {
        this.client = client;
        Stage.settle(client);
        List<ServerFrame> seen = client.received(ServerFrame.class);
        frames = seen.size();
        voices = client.heard().size();
        client.received(PhotoEntry.class).forEach(entry -> entries.put(entry.photo(), entry));
    }

    /** @param revision of what was drawn before: entries of the list are told late */
    void sawNothingSince(long revision) {
        Stage.settle(client);
        List<ServerFrame> seen = client.received(ServerFrame.class);
        assertThat(seen.subList(frames, seen.size()))
                .filteredOn(frame -> !(frame instanceof PhotoEntry entry && isKnown(entry, revision)))
                .isEmpty();
        assertThat(client.heard()).hasSize(voices);
        assertThat(client.isConnected()).isTrue();
    }

    private boolean isKnown(PhotoEntry entry, long revision) {
        PhotoEntry before = entries.get(entry.photo());
        return before != null
                && before.title().equals(entry.title())
                && before.state() == entry.state()
                && before.renditions().equals(entry.renditions())
                && entry.revision() <= revision;
    }
}
