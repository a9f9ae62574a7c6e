package io.pinhole.relay.annotation;

import io.pinhole.relay.store.OperationStore;
import java.time.InstantSource;

/** What the annotation of all calls shares. */
public record AnnotationShelf(
        OperationStore store, StateCache states, AnnotationLimits limits, InstantSource clock, AnnotationMeter meter) {

    /** Makes answers, which are counted. */
    public Results results() {
        return new Results(meter);
    }
}
