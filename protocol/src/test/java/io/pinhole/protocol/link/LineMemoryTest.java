package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LineMemoryTest {

    private static final long SECOND = 1_000_000_000L;
    private static final LineMemory.Path HOME = path(1);

    private final LineMemory memory = new LineMemory(HOME, 5 * SECOND, 8, 200, 8);

    @Test
    void it_is_good_for_a_minute() {
        assertThat(memory.isGoodFor(HOME, 65 * SECOND)).isTrue();
        assertThat(memory.isGoodFor(HOME, 65 * SECOND + 1)).isFalse();
    }

    @Test
    void another_address_is_another_network() {
        assertThat(memory.isGoodFor(path(2), 5 * SECOND)).isFalse();
    }

    private static LineMemory.Path path(int host) {
        try {
            InetAddress relay = InetAddress.getByAddress(new byte[] {10, 0, 0, 9});
            return new LineMemory.Path(
                    Optional.of(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) host})), Optional.of(relay));
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }
}
