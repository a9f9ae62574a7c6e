package io.pinhole.client;

import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Request;
import io.pinhole.protocol.link.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Numbers the requests of one connection, and remembers those without an answer. On the client's loop. */
final class Requests {

    private final Link link;
    private final Map<Integer, Outcome> waiting = new HashMap<>();
    private int last;

    Requests(Link link) {
        this.link = link;
    }

    /** @param frame makes the request with the number it is given */
    void send(IntFunction<Request> frame, Outcome outcome) {
        int number = ++last;
        waiting.put(number, outcome);
        link.send(frame.apply(number));
    }

    void done(int request) {
        Outcome outcome = waiting.remove(request);
        if (outcome != null) {
            outcome.done();
        }
    }

    void refused(int request, Refusal refusal) {
        Outcome outcome = waiting.remove(request);
        if (outcome != null) {
            outcome.refused(refusal);
        }
    }

    void lost() {
        List<Outcome> unanswered = new ArrayList<>(waiting.values());
        waiting.clear();
        unanswered.forEach(Outcome::lost);
    }
}
