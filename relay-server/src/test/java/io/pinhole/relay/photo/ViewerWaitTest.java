package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.fixture.ManualExecutor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewerWaitTest implements PhotoMeter {

    private static final long SIZE = 1000;

    private final List<String> told = new ArrayList<>();
    private final PhotoBytes bytes = new PhotoBytes(
            new RenditionKey(new CallId("c"), new PhotoId(1, 1), Rendition.WORKING),
            new BlockCache(new ManualStore(new ManualExecutor()), 1),
            SIZE,
            0);
    private final long since = System.nanoTime();
    private final ViewerWait wait = new ViewerWait(this, Rendition.WORKING, bytes, since);

    @Test
    void theFirstScanAndTheWholeAreToldOnce() {
        bytes.firstScan(300);
        wait.sent(299);
        assertThat(told).isEmpty();
        wait.sent(300);
        wait.sent(999);
        assertThat(told).containsExactly("first");
        wait.sent(SIZE);
        assertThat(told).containsExactly("first", "all");
    }

    @Test
    void aScanThatIsNotKnownIsNotTold() {
        wait.sent(500);
        wait.sent(SIZE);
        assertThat(told).containsExactly("all");
    }

    @Override
    public void firstScanSent(Rendition rendition, long nanos) {
        tell("first", rendition, nanos);
    }

    @Override
    public void allSent(Rendition rendition, long nanos) {
        tell("all", rendition, nanos);
    }

    private void tell(String what, Rendition rendition, long nanos) {
        assertThat(rendition).isEqualTo(Rendition.WORKING);
        assertThat(nanos).isBetween(0L, System.nanoTime() - since);
        told.add(what);
    }
}
