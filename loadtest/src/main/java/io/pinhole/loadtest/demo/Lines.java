package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.local.LocalLine;
import java.util.Optional;

/** The lines of those to whose line something happens. */
record Lines(LocalLine operator, LocalLine expert) {

    /** Empty for those who are at the relay. */
    Optional<LocalLine> of(Part part) {
        return switch (part) {
            case OPERATOR -> Optional.of(operator);
            case EXPERT -> Optional.of(expert);
            case DESKTOP, BROWSER, OBSERVER, CMS -> Optional.empty();
        };
    }
}
