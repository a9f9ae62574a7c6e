package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Shut;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegScanner;
import io.pinhole.protocol.jpeg.Landmarks;
import io.pinhole.relay.fixture.Arrival;
import io.pinhole.relay.fixture.RawClient;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * In which order a viewer gets the bytes of three photos. Its window is full of another photo until it has asked for
 * all of them: not a byte goes before there is an order.
 */
class PhotoOrderIT {

    /** On its way to who has taken nothing yet. */
    private static final int WINDOW_BYTES = 4 * 1024;

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private final TestPhoto filler = TestPhoto.large();
    private final List<TestPhoto> photos = List.of(TestPhoto.large(), TestPhoto.large(), TestPhoto.large());
    private final Map<PhotoId, Map<Rendition, Integer>> handles = new HashMap<>();
    private TestCall call;
    private RawClient expert;
    private int lastRequest;

    @BeforeEach
    void threePhotos() {
        call = RELAY.call();
        TestClient operator = call.operatorInPhotoMode();
        Sharing.stored(operator, filler);
        photos.forEach(photo -> Sharing.stored(operator, photo));
        expert = joined("expert");
    }

    @AfterEach
    void hangUp() {
        expert.close();
    }

    @Test
    void previewsComeFirstThenWhatIsViewedAndThePolishOfAllLast() throws Exception {
        fillTheWindow();
        open(Rendition.ORIGINAL);
        open(Rendition.WORKING);
        open(Rendition.PREVIEW);
        look(1);
        letGo();
        awaitAll();

        JpegScanner scans = scan(photos.get(1));
        Landmarks landmarks = Landmarks.of(scans, size(Rendition.WORKING));
        assertInOrder(
                List.of(at(2, Rendition.PREVIEW)),
                List.of(at(1, Rendition.PREVIEW)),
                List.of(at(0, Rendition.PREVIEW)),
                List.of(at(1, scans.scanEnd(0))),
                List.of(at(1, landmarks.detail())),
                List.of(at(1, landmarks.polish())),
                List.of(at(0, landmarks.detail())),
                List.of(at(2, landmarks.detail())),
                List.of(at(0, landmarks.polish())),
                List.of(at(2, landmarks.polish())),
                List.of(at(1, size(Rendition.WORKING))),
                List.of(at(0, size(Rendition.WORKING)), at(2, size(Rendition.WORKING))),
                List.of(at(1, Rendition.ORIGINAL)),
                List.of(at(0, Rendition.ORIGINAL), at(2, Rendition.ORIGINAL)));
    }

    @Test
    void whoLooksAtAnotherPhotoGetsThatFirstFromTheNextChunkOn() throws Exception {
        fillTheWindow();
        open(Rendition.WORKING);
        look(1);
        letGo();
        expert.awaitBytes(handle(1, Rendition.WORKING), 1);
        expert.hold(); // no more than a window of it comes
        look(2);
        expert.letGo();
        awaitAll();

        Landmarks landmarks = Landmarks.of(scan(photos.get(1)), size(Rendition.WORKING));
        assertThat(landmarks.polish()).isGreaterThan(16 * WINDOW_BYTES);
        assertInOrder(
                List.of(at(1, 1)),
                List.of(at(2, landmarks.detail())),
                List.of(at(2, landmarks.polish())),
                List.of(at(0, landmarks.detail())),
                List.of(at(0, landmarks.polish()), at(1, landmarks.polish())),
                List.of(at(2, size(Rendition.WORKING))));
    }

    @Test
    void theOrderIsTheSameAfterTheRelayWasStartedAgain() throws Exception {
        RELAY.restart();
        expert.close();
        expert = joined("expert");
        open(Rendition.WORKING);
        awaitAll(); // whoever reads them first finds where their scans are
        expert.close();
        expert = joined("second");
        fillTheWindow();
        open(Rendition.WORKING);
        look(1);
        letGo();
        awaitAll();
        Landmarks landmarks = Landmarks.of(scan(photos.get(1)), size(Rendition.WORKING));
        assertInOrder(
                List.of(at(1, landmarks.polish())),
                List.of(at(0, landmarks.polish())),
                List.of(at(2, landmarks.polish())),
                List.of(at(1, size(Rendition.WORKING))));
    }

    // ------------------------------------------------------------------ doing

    private RawClient joined(String person) {
        return RawClient.join(RELAY.address(), call.token(person, Role.EXPERT, ClientKind.DESKTOP));
    }

    /** Nothing comes from now on before {@link #letGo}. */
    private void fillTheWindow() {
        expert.hold();
        int handle = open(filler, Rendition.ORIGINAL);
        expert.awaitBytes(handle, WINDOW_BYTES);
        expert.send(new Shut(handle));
    }

    private void letGo() {
        assertThat(expert.arrivals())
                .as("of the filler")
                .extracting(Arrival::handle)
                .containsOnly(1);
        expert.letGo();
    }

    private void open(Rendition rendition) {
        for (TestPhoto photo : photos) {
            handles.computeIfAbsent(photo.id(), id -> new EnumMap<>(Rendition.class))
                    .put(rendition, open(photo, rendition));
        }
    }

    private int open(TestPhoto photo, Rendition rendition) {
        int request = ++lastRequest;
        expert.send(new Open(request, photo.id(), rendition, 0));
        return expert.await(Opened.class, opened -> opened.request() == request).handle();
    }

    private void look(int photo) {
        int request = ++lastRequest;
        expert.send(
                new SetView(Optional.of(photos.get(photo).id()), true),
                new Open(request, new PhotoId(0, 0), Rendition.WORKING, 0));
        expert.await(Reply.class, reply -> reply.request() == request); // of no such photo: it has seen the view
    }

    private void awaitAll() {
        for (TestPhoto photo : photos) {
            handles.get(photo.id())
                    .forEach((rendition, handle) -> expert.awaitBytes(handle, photo.file(rendition).length));
        }
    }

    // ------------------------------------------------------------------ looking

    private int handle(int photo, Rendition rendition) {
        return handles.get(photos.get(photo).id()).get(rendition);
    }

    /** When a rendition was whole. */
    private int at(int photo, Rendition rendition) {
        return at(photo, rendition, photos.get(photo).file(rendition).length);
    }

    /** When so much of a working copy was there. */
    private int at(int photo, long bytes) {
        return at(photo, Rendition.WORKING, bytes);
    }

    private int at(int photo, Rendition rendition, long bytes) {
        int handle = handle(photo, rendition);
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
