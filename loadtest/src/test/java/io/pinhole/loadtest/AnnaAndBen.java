package io.pinhole.loadtest;

import static org.awaitility.Awaitility.await;

import io.pinhole.client.PinholeClient;
import io.pinhole.protocol.frame.Role;
import java.io.IOException;
import java.nio.file.Path;

/** Two people in a call at a relay of their own: who is in the field, and the expert. */
record AnnaAndBen(TestRelay relay, PinholeClient anna, PinholeClient ben) implements AutoCloseable {

    /** Both are there, and Anna knows it. */
    static AnnaAndBen join(Path data, Recorder heardByAnna, Recorder heardByBen) throws IOException {
        TestRelay relay = new TestRelay(data);
        PinholeClient anna = relay.join("anna", Role.FIELD_OPERATOR, heardByAnna);
        PinholeClient ben = relay.join("ben", Role.EXPERT, heardByBen);
        await().until(() -> anna.call().participants().size() == 1);
        return new AnnaAndBen(relay, anna, ben);
    }

    @Override
    public void close() {
        anna.close();
        ben.close();
        anna.ended().join();
        ben.ended().join();
        relay.close();
    }
}
