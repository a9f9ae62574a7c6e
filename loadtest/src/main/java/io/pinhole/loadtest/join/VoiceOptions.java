package io.pinhole.loadtest.join;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to say. */
final class VoiceOptions {

    @Option(
            names = "--voice",
            paramLabel = "BYTES:MILLIS",
            description = "Numbered frames of so many bytes, each lasting 10, 20, 40 or 60 ms.")
    private @Nullable String numbered;

    @Option(
            names = "--voice-file",
            paramLabel = "FILE.wav",
            description = "A recording of 16 bits, mono or stereo, over and over.")
    private @Nullable Path file;

    @Option(names = "--voice-once", description = "Say the recording only once.")
    private boolean once;

    /** @throws IllegalArgumentException naming what would be right */
    Optional<VoiceSource> source() {
        if (numbered != null && file != null) {
            throw new IllegalArgumentException("either --voice or --voice-file");
        }
        if (numbered != null) {
            return Optional.of(NumberedVoice.parse(numbered));
        }
        return Optional.ofNullable(file).map(this::recorded);
    }

    private VoiceSource recorded(Path wav) {
        try {
            return RecordedVoice.of(Recording.ofWav(wav), !once);
        } catch (IOException e) {
            throw new IllegalArgumentException("--voice-file: " + e.getMessage(), e);
        }
    }
}
