package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.ServerFrame;

/** The frames that answer a request by its number. */
final class Answers {

    private Answers() {}

    static boolean isFor(ServerFrame frame, int request) {
        return (frame instanceof Reply reply && reply.request() == request)
                || (frame instanceof Offered offered && offered.request() == request)
                || (frame instanceof Opened opened && opened.request() == request)
                || (frame instanceof Captured captured && captured.request() == request);
    }

    static Outcome outcome(ServerFrame answer) {
        return answer instanceof Reply reply ? Outcome.of(reply.refusal()) : Outcome.DONE;
    }
}
