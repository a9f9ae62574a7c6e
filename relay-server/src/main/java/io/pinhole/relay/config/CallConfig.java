package io.pinhole.relay.config;

import io.pinhole.protocol.frame.Mode;
import java.time.Duration;

/** How calls begin and end. */
public record CallConfig(Mode defaultMode, Duration lifetimeAfterLast) {

    public CallConfig {
        Check.within("call.lifetime-after-last", lifetimeAfterLast, Duration.ofSeconds(1), Duration.ofDays(366));
    }

    static CallConfig of(Values values) {
        return new CallConfig(
                values.word("call.default-mode", Mode.class), values.duration("call.lifetime-after-last"));
    }
}
