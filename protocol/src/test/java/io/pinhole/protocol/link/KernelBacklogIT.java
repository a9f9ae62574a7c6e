package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KernelBacklogIT {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private EpollPair pair;
    private Channel client;

    @BeforeEach
    void connect() throws InterruptedException {
        pair = new EpollPair();
        client = pair.client();
    }

    @AfterEach
    void close() {
        if (pair != null) {
            pair.close();
        }
    }

    @Test
    void bytes_beyond_the_congestion_window_are_held_until_some_are_acknowledged() throws InterruptedException {
        BooleanSupplier held = KernelBacklog.of(client);
        assertThat(held.getAsBoolean()).isFalse();

        long start = System.nanoTime();
        while (!held.getAsBoolean()) { // the peer takes its time to acknowledge so little
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            client.writeAndFlush(Peer.data(1)).sync();
        }
        while (held.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_closed_channel_holds_nothing() throws InterruptedException {
        BooleanSupplier held = KernelBacklog.of(client);
        client.close().sync();
        assertThat(held.getAsBoolean()).isFalse();
    }

    @Test
    void of_another_transport_nothing_is_known() {
        EmbeddedChannel embedded = new EmbeddedChannel();
        assertThat(KernelBacklog.of(embedded).getAsBoolean()).isFalse();
        embedded.finishAndReleaseAll();
    }
}
