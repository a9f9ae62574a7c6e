package io.pinhole.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final int SPEAKER = 7;

    private final Ledger ledger = new Ledger(SPEAKER);

    @Test
    void nothingIsLostWhenAllCame() {
        hear(0, 100);
        assertThat(ledger.lost(100)).isZero();
        assertThat(ledger.received()).isEqualTo(100);
        assertThat(ledger.surplus()).isZero();
    }

    @Test
    void aGapIsLost() {
        hear(0, 40);
        hear(43, 100);
        assertThat(ledger.lost(100)).isEqualTo(3);
    }

    @Test
    void theEndIsLostToo() {
        hear(0, 98);
        assertThat(ledger.lost(100)).isEqualTo(2);
    }

    @Test
    void aFrameThatCameTwiceDoesNotReplaceOneThatIsLost() {
        hear(0, 50);
        hear(49, 99);
        assertThat(ledger.lost(100)).isEqualTo(1);
        assertThat(ledger.surplus()).isEqualTo(1);
    }

    @Test
    void aFrameOfAnotherCallIsSurplus() {
        ledger.heard(new NumberedFrame(SPEAKER + 2, 0, 0));
        assertThat(ledger.received()).isZero();
        assertThat(ledger.surplus()).isEqualTo(1);
    }

    private void hear(int from, int to) {
        IntStream.range(from, to).forEach(number -> ledger.heard(new NumberedFrame(SPEAKER, number, 0)));
    }
}
