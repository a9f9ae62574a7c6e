package io.pinhole.relay.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(3, 2);
    private final InetAddress here = address(1);
    private final InetAddress there = address(2);
    private final InetAddress elsewhere = address(3);

    @Test
    void oneAddressHasItsShare() {
        assertThat(admission.enter(here)).isTrue();
        assertThat(admission.enter(here)).isTrue();
        assertThat(admission.enter(here)).isFalse();
        assertThat(admission.enter(there)).isTrue();
        assertThat(admission.unauthenticated()).isEqualTo(3);
    }

    @Test
    void allTogetherHaveTheirs() {
        admission.enter(here);
        admission.enter(here);
        admission.enter(there);
        assertThat(admission.enter(elsewhere)).isFalse();
        admission.leave(here);
        assertThat(admission.enter(elsewhere)).isTrue();
    }

    @Test
    void whoWasTurnedAwayCountsNothing() {
        admission.enter(here);
        admission.enter(here);
        for (int i = 0; i < 100; i++) {
            assertThat(admission.enter(here)).isFalse();
        }
        admission.leave(here);
        admission.leave(here);
        assertThat(admission.unauthenticated()).isZero();
        assertThat(admission.enter(here)).isTrue();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
