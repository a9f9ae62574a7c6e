package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegScanner;
import io.pinhole.protocol.jpeg.Landmarks;
import io.pinhole.relay.fixture.Arrival;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In which order a viewer gets the bytes of three photos. */
class PhotoOrderIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private final List<TestPhoto> photos = List.of(TestPhoto.large(), TestPhoto.large(), TestPhoto.large());
    private final Map<PhotoId, Map<Rendition, Integer>> handles = new HashMap<>();
    private TestCall call;
    private TestClient expert;

    @BeforeEach
    void threePhotos() {
        call = RELAY.call();
        TestClient operator = call.operatorInPhotoMode();
        photos.forEach(photo -> Sharing.stored(operator, photo));
        expert = call.expert();
        expert.hold();
    }

    @Test
    void previewsComeFirstThenWhatIsViewedAndThePolishOfAllLast() throws Exception {
        open(Rendition.ORIGINAL);
        open(Rendition.WORKING);
        open(Rendition.PREVIEW);
        look(1);
        expert.letGo();
        awaitAll();

        JpegScanner scans = scan(photos.get(1));
        Landmarks landmarks = Landmarks.of(scans, size(Rendition.WORKING));
        assertInOrder(
                List.of(at(2, Rendition.PREVIEW), at(1, Rendition.PREVIEW), at(0, Rendition.PREVIEW)),
                List.of(at(1, scans.scanEnd(0))),
                List.of(at(1, landmarks.detail())),
                List.of(at(1, landmarks.polish())),
                List.of(at(0, landmarks.detail()), at(2, landmarks.detail())),
                List.of(at(0, landmarks.polish()), at(2, landmarks.polish())),
                List.of(at(1, size(Rendition.WORKING))),
                List.of(at(0, size(Rendition.WORKING)), at(2, size(Rendition.WORKING))),
                List.of(at(1, Rendition.ORIGINAL)),
                List.of(at(0, Rendition.ORIGINAL), at(2, Rendition.ORIGINAL)));
    }

    @Test
    void whoLooksAtAnotherPhotoGetsThatFirst() throws Exception {
        open(Rendition.WORKING);
        look(1);
        look(2);
        expert.letGo();
        awaitAll();
        long detail = Landmarks.of(scan(photos.get(1)), size(Rendition.WORKING)).detail();
        assertInOrder(List.of(at(2, detail)), List.of(at(0, detail)), List.of(at(1, detail)));
    }

    @Test
    void theOrderIsTheSameAfterTheRelayWasStartedAgain() throws Exception {
        RELAY.restart();
        expert = call.expert();
        open(Rendition.WORKING);
        awaitAll(); // whoever reads them first finds where their scans are
        expert = call.expert("second");
        expert.hold();
        handles.clear();
        open(Rendition.WORKING);
        look(1);
        expert.letGo();
        awaitAll();
        Landmarks landmarks = Landmarks.of(scan(photos.get(1)), size(Rendition.WORKING));
        assertInOrder(
                List.of(at(1, landmarks.polish())),
                List.of(at(0, landmarks.polish())),
                List.of(at(2, landmarks.polish())),
                List.of(at(1, size(Rendition.WORKING))));
    }

    // ------------------------------------------------------------------ doing

    private void open(Rendition rendition) {
        for (TestPhoto photo : photos) {
            int request = expert.request(n -> new Open(n, photo.id(), rendition, 0));
            Opened opened = expert.await(Opened.class, o -> o.request() == request);
            handles.computeIfAbsent(photo.id(), id -> new EnumMap<>(Rendition.class))
                    .put(rendition, opened.handle());
        }
    }

    private void look(int photo) {
        expert.send(new SetView(Optional.of(photos.get(photo).id()), true));
        expert.sync();
    }

    private void awaitAll() {
        for (TestPhoto photo : photos) {
            handles.get(photo.id())
                    .forEach((rendition, handle) -> expert.awaitBytes(handle, photo.file(rendition).length));
        }
    }

    // ------------------------------------------------------------------ looking

    /** When a rendition was whole. */
    private int at(int photo, Rendition rendition) {
        return at(photo, rendition, photos.get(photo).file(rendition).length);
    }

    /** When so much of a working copy was there. */
    private int at(int photo, long bytes) {
        return at(photo, Rendition.WORKING, bytes);
    }

    private int at(int photo, Rendition rendition, long bytes) {
        int handle = handles.get(photos.get(photo).id()).get(rendition);
        List<Arrival> arrivals = expert.arrivals();
        for (int index = 0; index < arrivals.size(); index++) {
            if (arrivals.get(index).handle() == handle && arrivals.get(index).end() >= bytes) {
                return index;
            }
        }
        throw new AssertionError("there are no " + bytes + " bytes of " + rendition + " of photo " + photo);
    }

    @SafeVarargs
    private static void assertInOrder(List<Integer>... groups) {
        for (int i = 1; i < groups.length; i++) {
            int before = groups[i - 1].stream().mapToInt(at -> at).max().orElseThrow();
            assertThat(groups[i])
                    .as("group %d", i)
                    .allSatisfy(at -> assertThat(at).isGreaterThan(before));
        }
    }

    /** All three are the same picture. */
    private long size(Rendition rendition) {
        return photos.get(0).file(rendition).length;
    }

    private static JpegScanner scan(TestPhoto photo) throws Exception {
        byte[] file = photo.file(Rendition.WORKING);
        JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        scanner.accept(file, 0, file.length);
        return scanner;
    }
}
