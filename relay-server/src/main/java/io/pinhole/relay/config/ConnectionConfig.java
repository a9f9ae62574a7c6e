package io.pinhole.relay.config;

import java.time.Duration;

/** How long a lost connection is waited for, and how fast one may talk. */
public record ConnectionConfig(Duration reconnectGrace, int bytesPerSecond, int voiceFramesPerSecond) {

    public ConnectionConfig {
        Check.within("connection.reconnect-grace", reconnectGrace, Duration.ZERO, Duration.ofHours(1));
        Check.within("connection.bytes-per-second", bytesPerSecond, 1 << 10, 1 << 30);
        Check.within("connection.voice-frames-per-second", voiceFramesPerSecond, 10, 1_000);
    }

    static ConnectionConfig of(Values values) {
        return new ConnectionConfig(
                values.duration("connection.reconnect-grace"),
                values.intBytes("connection.bytes-per-second"),
                values.number("connection.voice-frames-per-second"));
    }
}
