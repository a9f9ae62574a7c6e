package io.pinhole.client;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Request;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A connection in the call, as far as drawing needs one. On the client's loop. */
interface DrawingLine {

    void send(ClientFrame frame);

    /** @param frame makes the request with the number it is given */
    void request(IntFunction<Request> frame, Outcome outcome);

    /** Runs something later, if there is still a loop to run it. */
    void later(Runnable task, long millis);

    static DrawingLine of(Line line) {
        return new DrawingLine() {
            @Override
            public void send(ClientFrame frame) {
                line.link().send(frame);
            }

            @Override
            public void request(IntFunction<Request> frame, Outcome outcome) {
                line.requests().send(frame, outcome);
            }

            @Override
            public void later(Runnable task, long millis) {
                line.link().loop().schedule(task, millis, TimeUnit.MILLISECONDS);
            }
        };
    }
}
