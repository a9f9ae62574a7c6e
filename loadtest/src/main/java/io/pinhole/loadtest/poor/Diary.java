package io.pinhole.loadtest.poor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that a participant has written down so far, while it goes on writing. */
final class Diary {

    private final Path file;
    private final Map<String, List<Moment>> moments = new HashMap<>();
    private long position;

    Diary(Path file) {
        this.file = file;
    }

    /** Reads what is new. */
    void look() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] news = news();
        int end = news.length;
        while (end > 0 && news[end - 1] != '\n') {
            end--;
        }
        position += end;
        new String(news, 0, end, StandardCharsets.UTF_8)
                .lines()
                .map(Moment::parse)
                .forEach(this::add);
    }

    private void add(Moment moment) {
        moments.computeIfAbsent(moment.name(), name -> new ArrayList<>()).add(moment);
    }

    private byte[] news() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - position));
            channel.position(position);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until it is full
            }
            return bytes.array();
        }
    }

    Stream<Moment> all(String event) {
        return moments.getOrDefault(event, List.of()).stream();
    }

    Optional<Moment> first(String event, Predicate<Moment> wanted) {
        return all(event).filter(wanted).findFirst();
    }
}
