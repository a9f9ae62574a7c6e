package io.pinhole.relay.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whose pages may connect: the relay's own, those that are configured, and whatever is no page and names no origin.
 * Any thread.
 */
public final class Origins {

    private final boolean secure;
    private final Set<String> allowed;

    /**
     * @param secure whether pages of the relay's own have come by TLS for certain
     * @param allowed of other pages, as browsers write them
     */
    public Origins(boolean secure, List<String> allowed) {
        this.secure = secure;
        this.allowed = Set.copyOf(allowed);
    }

    boolean allow(HttpHeaders headers) {
        List<String> origins = headers.getAll(HttpHeaderNames.ORIGIN);
        if (origins.isEmpty()) {
            return true;
        }
        String origin = origins.get(0).toLowerCase(Locale.ROOT);
        return origins.size() == 1 && (allowed.contains(origin) || isOwn(origin, headers.getAll(HttpHeaderNames.HOST)));
    }

    private boolean isOwn(String origin, List<String> hosts) {
        return hosts.size() == 1
                && (isOwn(origin, "https://", ":443", hosts.get(0))
                        || (!secure && isOwn(origin, "http://", ":80", hosts.get(0))));
    }

    /** Browsers leave the usual port out of an origin; not everybody does in Host. */
    private static boolean isOwn(String origin, String scheme, String usualPort, String host) {
        String own = scheme + host.toLowerCase(Locale.ROOT);
        return origin.equals(own) || (origin + usualPort).equals(own);
    }
}
