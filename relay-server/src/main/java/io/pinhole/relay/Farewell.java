package io.pinhole.relay;

import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Refusal;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What clients of a relay that stops are told: when to come back. The more they are, the longer it takes until the last
 * of them is asked to, as each brings a TLS handshake and a join. Pure: chance is an argument.
 */
final class Farewell implements Supplier<Close> {

    static final int FIRST_MILLIS = 1_000;
    static final int PER_CLIENT_MILLIS = 20;
    static final int MAX_SPREAD_MILLIS = 10_000;

    private final int spreadMillis;
    private final DoubleSupplier random;

    /**
     * @param clients that are told
     * @param random from 0 (inclusive) to 1 (exclusive); any thread
     */
    Farewell(int clients, DoubleSupplier random) {
        this.spreadMillis = (int) Math.min((long) PER_CLIENT_MILLIS * clients, MAX_SPREAD_MILLIS);
        this.random = random;
    }

    /** For one client. Any thread. */
    @Override
    public Close get() {
        int millis = FIRST_MILLIS + (int) (random.getAsDouble() * spreadMillis);
        return new Close(
                Refusal.of(Code.SHUTTING_DOWN, "the relay is shutting down").retryAfter(millis), "");
    }
}
