package io.pinhole.relay;

import static org.awaitility.Awaitility.await;

import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.fixture.Patience;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a scrape says after somebody has talked and shared a photo. */
class LinkMetricsIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private final TestCall call = RELAY.call();
    private final TestPhoto photo = TestPhoto.small();

    @Test
    void linesAreSampledAndViewersAreTimed() {
        TestClient operator = call.operatorInPhotoMode();
        TestClient expert = call.expert();
        expert.hears(operator, 1, (byte) 1);
        Sharing.stored(operator, photo);
        int request = expert.request(n -> new Open(n, photo.id(), Rendition.WORKING, 0));
        int handle = expert.await(Opened.class, opened -> opened.request() == request)
                .handle();
        expert.awaitBytes(handle, photo.file(Rendition.WORKING).length);

        awaitSome("pinhole_photo_first_scan_seconds_count{rendition=\"working\",}");
        awaitSome("pinhole_photo_whole_seconds_count{rendition=\"working\",}");
        awaitSome("pinhole_voice_bundle_frames_count");
        awaitSome("pinhole_link_wait_seconds_count{class=\"control\",}");
        awaitSome("pinhole_link_tick_seconds_count");
        awaitSome("pinhole_link_round_trip_seconds_count");
        awaitSome("pinhole_link_waiting_bytes_count{class=\"delta\",}");
    }

    private static void awaitSome(String name) {
        await().atMost(Patience.LIMIT).until(() -> RELAY.metric(name) > 0);
    }
}
