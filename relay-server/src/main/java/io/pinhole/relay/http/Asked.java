package io.pinhole.relay.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;

/**
 * What a page may know of a request. It shows nothing of itself: there may be a token in it.
 *
 * @param uri as it came
 * @param parameters of the path, as they came, by their names
 * @param authorization every header of that name
 */
public record Asked(String uri, Map<String, String> parameters, List<String> authorization) {

    /** A part of the path that its route has a name for. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    /**
     * All values of this name that follow the question mark.
     *
     * @throws IllegalArgumentException if what follows it cannot be decoded
     */
    public List<String> query(String name) {
        try {
            return new QueryStringDecoder(uri).parameters().getOrDefault(name, List.of());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the query cannot be decoded"); // no cause: it quotes the query
        }
    }

    @Override
    public String toString() {
        return "Asked" + parameters.keySet();
    }
}
