package io.pinhole.relay.net;

import io.netty.handler.ssl.OpenSslServerSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Session tickets: who was here before comes back by a handshake without the certificate, most of its bytes. Java's own
 * TLS gives them out by itself; the native one wants a key, which is as old as the process.
 */
public final class Tickets {

    private Tickets() {}

    public static SslContext issuedBy(SslContext context) {
        if (context.sessionContext() instanceof OpenSslServerSessionContext sessions) {
            sessions.setTicketKeys(randomKey());
        }
        return context;
    }

    private static OpenSslSessionTicketKey randomKey() {
        byte[] random = new byte[OpenSslSessionTicketKey.TICKET_KEY_SIZE];
        new SecureRandom().nextBytes(random);
        int name = OpenSslSessionTicketKey.NAME_SIZE;
        int hmac = name + OpenSslSessionTicketKey.HMAC_KEY_SIZE;
        return new OpenSslSessionTicketKey(
                Arrays.copyOf(random, name),
                Arrays.copyOfRange(random, name, hmac),
                Arrays.copyOfRange(random, hmac, random.length));
    }
}
