package io.pinhole.client;

import static io.pinhole.client.TestRoom.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Pointer;
import org.junit.jupiter.api.Test;

class PointerTest {

    private final TestDrawer anna = new TestRoom().anna;

    @Test
    void ofAPointerOnlyTheLatestGoes() {
        for (int i = 0; i < 10; i++) {
            anna.drawing.point(i, i);
        }
        assertThat(anna.heard()).containsExactly(new Pointer(PHOTO, 0, 0, 0));
        anna.pass(Laser.INTERVAL_MILLIS);
        assertThat(anna.heard()).containsExactly(new Pointer(PHOTO, 0, 9, 9));
        anna.pass(Laser.INTERVAL_MILLIS);
        assertThat(anna.heard()).isEmpty();
    }
}
