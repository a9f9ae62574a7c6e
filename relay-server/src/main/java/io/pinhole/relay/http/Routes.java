package io.pinhole.relay.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which page answers for which path; the first form that fits decides. Never changed, but added to. */
public final class Routes {

    public static final Routes NONE = new Routes(List.of());

    private final List<Route> routes;

    private Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A page, and what it is to know of the path. */
    record Match(Page page, Map<String, String> parameters) {}

    /** @param form a path, in which {@code {name}} stands for any part between slashes */
    public Routes with(String form, Page page) {
        List<Route> more = new ArrayList<>(routes);
        more.add(Route.of(form, page));
        return new Routes(more);
    }

    public Routes and(Routes others) {
        List<Route> more = new ArrayList<>(routes);
        more.addAll(others.routes);
        return new Routes(more);
    }

    Optional<Match> find(String path) {
        List<String> segments = Route.split(path);
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(segments);
            if (parameters.isPresent()) {
                return Optional.of(new Match(route.page(), parameters.get()));
            }
        }
        return Optional.empty();
    }
}
