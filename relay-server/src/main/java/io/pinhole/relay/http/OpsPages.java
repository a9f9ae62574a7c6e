package io.pinhole.relay.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.pinhole.relay.metrics.Scrape;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What operations ask for: metrics, whether the process lives, whether it should get work. */
public final class OpsPages {

    private OpsPages() {}

    /**
     * @param alive the event loops turn, nothing else
     * @param ready clients can be served: the store takes writes, nothing is shutting down
     */
    public static Map<String, Supplier<Answer>> of(Scrape scrape, BooleanSupplier alive, BooleanSupplier ready) {
        return Map.of(
                "/metrics", () -> new Answer(HttpResponseStatus.OK, Scrape.CONTENT_TYPE, scrape.text()),
                "/livez", () -> probe(alive, "the event loops turn", "an event loop is stuck"),
                "/readyz", () -> probe(ready, "ready", "not ready"));
    }

    private static Answer probe(BooleanSupplier good, String yes, String no) {
        return good.getAsBoolean() ? Answer.ok(yes) : Answer.text(HttpResponseStatus.SERVICE_UNAVAILABLE, no);
    }
}
