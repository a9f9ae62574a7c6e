package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.pinhole.relay.auth.ServerCertificate;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.config.TlsConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLS adds, where BoringSSL is there: a relay has it. */
final class TlsTest {

    private static final int HEADER = 5;
    private static final int TAG = 16;
    private static final int TYPE = 1;

    @TempDir
    private Path data;

    private final EmbeddedChannel server = new EmbeddedChannel();
    private final EmbeddedChannel client = new EmbeddedChannel();

    @AfterEach
    void close() {
        client.finishAndReleaseAll();
        server.finishAndReleaseAll();
    }

    @Test
    void a_record_is_not_padded() throws Exception {
        connect("x25519");
        client.writeOutbound(client.alloc().buffer().writeZero(100));
        assertThat(move(client, server)).isEqualTo(HEADER + 100 + TYPE + TAG);
        assertHeard(100);
    }

    @Test
    void what_stands_before_a_relay_need_not_know_x25519() throws Exception {
        connect("P-256");
        client.writeOutbound(client.alloc().buffer().writeZero(10));
        move(client, server);
        assertHeard(10);
    }

    private void connect(String group) throws Exception {
        ServerCertificate certificate = ServerCertificate.load(
                new TlsConfig(Optional.empty(), Optional.empty()), new DataFolder(data.resolve("data")), Instant.now());
        SslContext relay = SslContextBuilder.forServer(certificate.privateKey(), certificate.chain())
                .sslProvider(SslProvider.OPENSSL)
                .option(OpenSslContextOption.GROUPS, new String[] {group})
                .build();
        SslContext context = Tls.context(Trust.fingerprint(certificate.fingerprint()), Transport.tcp());
        server.pipeline().addLast(relay.newHandler(server.alloc()));
        client.pipeline().addLast(context.newHandler(client.alloc()));
        while (move(client, server) + move(server, client) > 0) {
            // the handshake
        }
    }

    private void assertHeard(int bytes) {
        ByteBuf got = server.readInbound();
        assertThat(got.readableBytes()).isEqualTo(bytes);
        got.release();
    }

    /** How many bytes it were. */
    private static int move(EmbeddedChannel from, EmbeddedChannel to) {
        int bytes = 0;
        from.runPendingTasks();
        for (ByteBuf next = from.readOutbound(); next != null; next = from.readOutbound()) {
            bytes += next.readableBytes();
            to.writeInbound(next);
        }
        return bytes;
    }
}
