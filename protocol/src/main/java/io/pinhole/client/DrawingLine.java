package io.pinhole.client;

import io.pinhole.protocol.frame.ClientFrame;
import java.util.concurrent.TimeUnit;

/** A connection in the call, as far as drawing needs one. On the client's loop. */
interface DrawingLine {

    void send(ClientFrame frame);

    /** Runs something later, if there is still a loop to run it. */
    void later(Runnable task, long millis);

    static DrawingLine of(Line line) {
        return new DrawingLine() {
            @Override
            public void send(ClientFrame frame) {
                line.link().send(frame);
            }

            @Override
            public void later(Runnable task, long millis) {
                line.link().loop().schedule(task, millis, TimeUnit.MILLISECONDS);
            }
        };
    }
}
