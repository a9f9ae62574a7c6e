package io.pinhole.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.client.Download;
import io.pinhole.client.PinholeClient;
import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.PreparedRendition;
import io.pinhole.client.Progress;
import io.pinhole.client.Share;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.CleanJpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A photo whose connections are lost in the middle, at a real relay. What is lost, and when, goes by what has moved: it
 * is the middle on any machine.
 */
@Timeout(120)
class LostConnectionIT {

    /** The most that may be on its way. */
    private static final long WINDOW_BYTES = 512 * 1024;

    private static final int DROPS = 3;

    /** So many that what is left after the last drop is more than two windows. */
    private static final int PARTS = 2 * DROPS;

    @TempDir
    private Path data;

    private final Recorder heardByAnna = new Recorder();
    private final Recorder heardByBen = new Recorder();
    private final CleanJpeg file = LargePhoto.make();
    private final byte[] jpeg = file.bytes();
    private AnnaAndBen people;
    private TestRelay relay;
    private PinholeClient anna;
    private PinholeClient ben;

    @BeforeEach
    void join() throws IOException {
        relay = new TestRelay(data);
        people = AnnaAndBen.join(relay, heardByAnna, heardByBen);
        anna = people.anna();
        ben = people.ben();
    }

    @AfterEach
    void leave() {
        people.close();
        relay.close();
    }

    @Test
    void aPhotoGoesOnAfterBothHaveLostTheirConnectionAndAtMostAWindowIsSentTwiceEachTime() {
        Drops annas = new Drops(anna, heardByAnna);
        Drops bens = new Drops(ben, heardByBen);
        heardByAnna.onSent = annas::moved;
        heardByBen.onReceived = bens::moved;
        Share share = share();
        assertThat(download().complete().join()).isEqualTo(jpeg);
        share.stored().join();

        assertThat(heardByAnna.resumes).as("%s", heardByAnna.losses).hasValue(DROPS);
        assertThat(heardByBen.resumes).as("%s", heardByBen.losses).hasValue(DROPS);
        assertThat(bens.again).isEmpty();
        assertThat(heardByBen.bytesReceived).hasValue(jpeg.length);
        assertThat(annas.again).hasSizeLessThanOrEqualTo(DROPS).allMatch(bytes -> bytes <= WINDOW_BYTES);
        assertThat(heardByAnna.bytesSent).hasValue(jpeg.length + sum(annas.again));
    }

    @Test
    void aPhotoGoesOnAfterTheRelayWasRestarted() throws IOException {
        CompletableFuture<Void> half = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> stopped = new CompletableFuture<Void>().orTimeout(60, TimeUnit.SECONDS);
        heardByAnna.onSent = piece -> {
            if (piece.end() > piece.total() / 2) {
                half.complete(null);
                stopped.join(); // or all might be there before the relay stops
            }
        };
        heardByBen.onReceived = piece -> begun.complete(null);
        Share share = share();
        Download download = download();
        half.join();
        begun.join();
        relay.close();
        stopped.complete(null);
        relay.reopen();

        assertThat(download.complete().join()).isEqualTo(jpeg);
        share.stored().join();
        assertThat(heardByAnna.resumes).as("%s", heardByAnna.losses).hasValue(1);
        assertThat(heardByBen.resumes).as("%s", heardByBen.losses).hasValue(1);
        assertThat(heardByBen.bytesReceived).hasValue(jpeg.length);
    }

    private Share share() {
        return anna.share(PreparedPhoto.of("Noise", PreparedRendition.of(Rendition.WORKING, file)));
    }

    private Download download() {
        return ben.open(heardByBen.firstPhoto.join(), Rendition.WORKING);
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(bytes -> bytes).sum();
    }

    /** Loses a client's connection as often as it is to, each time a part of the photo further on. On the client's loop. */
    private static final class Drops {

        /** How much moved again, each time that it went on from further back. */
        final List<Long> again = new ArrayList<>();

        private final PinholeClient client;
        private final Recorder heard;
        private int drops;
        private long moved;

        Drops(PinholeClient client, Recorder heard) {
            this.client = client;
            this.heard = heard;
        }

        void moved(Progress piece) {
            if (piece.offset() < moved) {
                again.add(moved - piece.offset());
            }
            moved = piece.end();
            boolean isBack = heard.resumes.get() >= drops;
            if (drops < DROPS && isBack && moved * PARTS / piece.total() > drops) {
                drops++;
                client.networkChanged();
            }
        }
    }
}
