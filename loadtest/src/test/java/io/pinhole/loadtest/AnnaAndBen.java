package io.pinhole.loadtest;

import static org.awaitility.Awaitility.await;

import io.pinhole.client.PinholeClient;
import io.pinhole.client.Transport;
import io.pinhole.protocol.frame.Role;
import java.util.List;

/** Two people in a call: who is in the field, and the expert. */
record AnnaAndBen(PinholeClient anna, PinholeClient ben) implements AutoCloseable {

    /** Both are there, and Anna knows it. */
    static AnnaAndBen join(TestRelay relay, Recorder heardByAnna, Recorder heardByBen) {
        return join(relay, List.of(Transport.tcp(), Transport.tcp()), heardByAnna, heardByBen);
    }

    /** @param transports Anna's, then Ben's */
    static AnnaAndBen join(TestRelay relay, List<Transport> transports, Recorder heardByAnna, Recorder heardByBen) {
        PinholeClient anna = relay.join(transports.get(0), "anna", Role.FIELD_OPERATOR, heardByAnna);
        PinholeClient ben = relay.join(transports.get(1), "ben", Role.EXPERT, heardByBen);
        await().until(() -> anna.call().participants().size() == 1);
        return new AnnaAndBen(anna, ben);
    }

    @Override
    public void close() {
        anna.close();
        ben.close();
        anna.ended().join();
        ben.ended().join();
    }
}
