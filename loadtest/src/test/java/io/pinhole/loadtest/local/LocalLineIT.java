package io.pinhole.loadtest.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the line says is never judged by how fast this machine is, but by how slow the line must be at least. */
@Timeout(60)
class LocalLineIT {

    private static final int BYTES = 4000;
    private static final Duration DELAY = Duration.ofMillis(50);
    private static final LineQuality POOR = new LineQuality(160_000, DELAY);

    private ServerSocket server;
    private LocalLine line;

    @BeforeEach
    void start() throws Exception {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        line = LocalLine.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), POOR);
    }

    @AfterEach
    void stop() throws IOException {
        line.close();
        server.close();
    }

    @Test
    void bytesArriveInOrderAndNotTooSoon() throws Exception {
        byte[] sent = new byte[BYTES];
        new Random(5).nextBytes(sent);
        try (Socket client = connect();
                Socket relay = server.accept()) {
            long begin = System.nanoTime();
            client.getOutputStream().write(sent);
            assertThat(relay.getInputStream().readNBytes(BYTES)).isEqualTo(sent);
            assertThat(System.nanoTime() - begin).isGreaterThan(POOR.nanosFor(BYTES) + DELAY.toNanos());
            assertThat(line.carried().up()).isGreaterThan(BYTES);
            assertThat(line.carried().down()).isZero();

            line.become(LineQuality.GOOD);
            relay.getOutputStream().write(sent);
            assertThat(client.getInputStream().readNBytes(BYTES)).isEqualTo(sent);
            assertThat(line.carried().down()).isGreaterThan(BYTES);
        }
    }

    @Test
    void lastWordsArriveBeforeTheEnd() throws Exception {
        try (Socket client = connect()) {
            try (Socket relay = server.accept()) {
                relay.getOutputStream().write(new byte[BYTES]);
            }
            client.getOutputStream().write(1); // to nobody
            assertThat(client.getInputStream().readAllBytes()).hasSize(BYTES);
        }
    }

    @Test
    void aLineThatIsCutLosesWhatIsOnTheWayAndLetsNobodyIn() throws Exception {
        try (Socket client = connect();
                Socket relay = server.accept()) {
            client.getOutputStream().write(new byte[BYTES]);
            line.cut();
            assertThat(readToTheEnd(relay.getInputStream())).isLessThan(BYTES);
            assertThat(readToTheEnd(client.getInputStream())).isZero();
        }
        try (Socket client = connect()) {
            assertThat(readToTheEnd(client.getInputStream())).isZero();
        }
        line.mend();
        try (Socket client = connect();
                Socket relay = server.accept()) {
            client.getOutputStream().write(7);
            assertThat(relay.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void allConnectionsShareTheLine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Socket client = connect();
                Socket relay = server.accept();
                Socket neighbour = new Socket()) {
            neighbour.connect(
                    line.doorTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort())));
            try (Socket there = other.accept()) {
                long begin = System.nanoTime();
                client.getOutputStream().write(new byte[BYTES]);
                neighbour.getOutputStream().write(new byte[BYTES]);
                assertThat(relay.getInputStream().readNBytes(BYTES)).hasSize(BYTES);
                assertThat(there.getInputStream().readNBytes(BYTES)).hasSize(BYTES);
                assertThat(System.nanoTime() - begin).isGreaterThan(POOR.nanosFor(2 * BYTES) + DELAY.toNanos());
                assertThat(line.carried().up()).isGreaterThan(2 * BYTES);
            }
        }
    }

    @Test
    void aPauseEndsNothing() throws Exception {
        try (Socket client = connect();
                Socket relay = server.accept()) {
            long begin = System.nanoTime();
            line.pause(Duration.ofMillis(300));
            client.getOutputStream().write(7);
            assertThat(relay.getInputStream().read()).isEqualTo(7);
            assertThat(System.nanoTime() - begin)
                    .isGreaterThan(Duration.ofMillis(350).toNanos());
        }
    }

    @Test
    void whatIsHeldArrivesWhenItIsLetGoAndOthersPassIt() throws Exception {
        try (Socket client = connect();
                Socket relay = server.accept()) {
            client.getOutputStream().write(6);
            assertThat(relay.getInputStream().read()).isEqualTo(6);
            line.hold(LineQuality.GOOD);
            client.getOutputStream().write(7);
            client.shutdownOutput();
            try (Socket other = connect();
                    Socket there = server.accept()) {
                other.getOutputStream().write(8);
                assertThat(there.getInputStream().read()).isEqualTo(8);
                assertThat(line.connections()).isEqualTo(2);
            }
            assertThat(relay.getInputStream().available()).isZero();
            line.letGo();
            assertThat(relay.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void withoutARelayTheLineEnds() throws Exception {
        server.close();
        try (Socket client = connect()) {
            assertThat(readToTheEnd(client.getInputStream())).isZero();
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket();
        client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
        client.connect(line.address());
        return client;
    }

    /** A reset is an end, too. */
    private static int readToTheEnd(InputStream in) throws IOException {
        int bytes = 0;
        try {
            while (in.read() >= 0) {
                bytes++;
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        return bytes;
    }
}
