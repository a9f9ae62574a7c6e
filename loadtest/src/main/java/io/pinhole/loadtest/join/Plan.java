package io.pinhole.loadtest.join;

import io.pinhole.client.ClientConfig;
import io.pinhole.client.PreparedPhoto;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a participant is to do.
 *
 * @param shots what the camera takes, in order
 * @param startAt zero of all times, in nanoseconds of the monotonic clock; when it has joined if empty
 * @param seconds how long after zero to leave; not by itself if empty
 * @param connectWithinSeconds when to give up if nobody lets it in
 */
record Plan(
        ClientConfig config,
        Optional<VoiceSource> voice,
        ScriptSource script,
        List<PreparedPhoto> shots,
        Drawn drawn,
        Optional<Path> savePhotos,
        OptionalLong startAt,
        OptionalDouble seconds,
        int connectWithinSeconds) {

    Plan {
        shots = List.copyOf(shots);
    }
}
