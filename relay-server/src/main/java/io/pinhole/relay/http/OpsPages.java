package io.pinhole.relay.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.pinhole.relay.metrics.Scrape;
import java.util.function.BooleanSupplier;

/** What operations ask for: metrics, whether the process lives, whether it should get work. */
public final class OpsPages {

    private OpsPages() {}

    /**
     * @param alive the event loops turn, nothing else
     * @param ready clients can be served: the store takes writes, nothing is shutting down
     */
    public static Routes of(Scrape scrape, BooleanSupplier alive, BooleanSupplier ready) {
        return Routes.NONE
                .with("/metrics", Page.of(() -> metrics(scrape)))
                .with("/livez", Page.of(() -> probe(alive, "the event loops turn", "an event loop is stuck")))
                .with("/readyz", Page.of(() -> probe(ready, "ready", "not ready")));
    }

    private static Answer metrics(Scrape scrape) {
        return Answer.of(HttpResponseStatus.OK, Scrape.CONTENT_TYPE, new Body.Text(scrape.text()));
    }

    private static Answer probe(BooleanSupplier good, String yes, String no) {
        return good.getAsBoolean() ? Answer.ok(yes) : Answer.text(HttpResponseStatus.SERVICE_UNAVAILABLE, no);
    }
}
