package io.pinhole.loadtest.demo;

import java.util.Locale;
import java.util.Optional;

/** What is asked of the HTTP API, in this order, and how it answers. */
enum Errand {
    WITHOUT_TOKEN(Optional.empty(), "captures", 401),
    LIST(Optional.of(Part.CMS), "captures", 200),
    CAPTURE(Optional.of(Part.CMS), "captures/%s", 200),
    FLATTENED(Optional.of(Part.CMS), "captures/%s/flattened.jpg", 200),
    ORIGINAL(Optional.of(Part.CMS), "captures/%s/original.jpg", 200),
    WIDGETS(Optional.of(Part.CMS), "captures/%s/widgets.json", 200),
    LIST_BY_OBSERVER(Optional.of(Part.OBSERVER), "captures", 200),
    /** Observers see photos as they are shown in the call, not more. */
    ORIGINAL_BY_OBSERVER(Optional.of(Part.OBSERVER), "captures/%s/original.jpg", 403);

    private final Optional<Part> bearer;
    private final String path;
    private final int status;

    /** @param path with a place for the capture's id */
    Errand(Optional<Part> bearer, String path, int status) {
        this.bearer = bearer;
        this.path = path;
        this.status = status;
    }

    /** Whose token is shown. */
    Optional<Part> bearer() {
        return bearer;
    }

    /** From the API's address on. */
    String path(String capture) {
        return String.format(Locale.ROOT, path, capture);
    }

    int status() {
        return status;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
