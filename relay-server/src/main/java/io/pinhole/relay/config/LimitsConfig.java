package io.pinhole.relay.config;

/** How much of everything a call may hold. */
public record LimitsConfig(int participants, int photosPerCall) {

    public LimitsConfig {
        Check.within("limits.participants", participants, 1, 31);
        Check.within("limits.photos-per-call", photosPerCall, 1, 10_000);
    }

    static LimitsConfig of(Values values) {
        return new LimitsConfig(values.number("limits.participants"), values.number("limits.photos-per-call"));
    }
}
