package io.pinhole.loadtest.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the lines of a file that another process is still writing. */
final class EventTail {

    private final Path file;
    private long position;

    EventTail(Path file) {
        this.file = file;
    }

    /** Whole lines that are new; the file need not be there yet. */
    List<String> next() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = read();
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        position += whole.getBytes(StandardCharsets.UTF_8).length;
        return whole.lines().collect(Collectors.toList());
    }

    private String read() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - position));
            channel.position(position);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until it is full
            }
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        }
    }
}
