package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.fixture.Patience;
import io.pinhole.relay.fixture.RawHttp;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import io.pinhole.relay.fixture.WebClient;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More connections to the HTTP port than one address may have. */
@Timeout(120)
class HttpLimitsIT {

    private static final int LIMIT = 5;

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.with(Map.of("auth.max-unauthenticated-per-address", "" + LIMIT));

    @Test
    void oneTooManyIsHungUpOnUntilAnotherHasGone() throws Exception {
        List<Socket> mute = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            mute.add(connect());
        }
        await().atMost(Patience.LIMIT).until(() -> connections() == LIMIT);
        try (Socket surplus = connect()) {
            assertThat(surplus.getInputStream().read()).isNegative();
        }
        assertThat(connections()).isEqualTo(LIMIT);
        for (Socket socket : mute) {
            socket.close();
        }
        await().atMost(Patience.LIMIT).until(() -> connections() == 0);
        try (RawHttp next = RawHttp.connect(http())) {
            next.send(RawHttp.request("GET", "/", ""));
            assertThat(next.head().status()).isEqualTo(200);
        }
    }

    @Test
    void whoIsInACallCountsNoMore() {
        List<WebClient> clients = new ArrayList<>();
        for (int i = 0; i < 2 * LIMIT; i++) {
            WebClient client = WebClient.connect(http());
            clients.add(client);
            String token = RELAY.call().token("ada", Role.EXPERT, ClientKind.WEB);
            client.send(TestClient.hello(new Credential.Token(token)));
            client.await(Welcome.class, any -> true);
        }
        await().atMost(Patience.LIMIT).until(() -> connections() == 0);
        clients.forEach(WebClient::close);
    }

    private static Address http() {
        return RELAY.server().httpAddress();
    }

    private static double connections() {
        return RELAY.metric("pinhole_http_connections");
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(http().host(), http().port());
        socket.setSoTimeout((int) Patience.LIMIT.toMillis());
        return socket;
    }
}
