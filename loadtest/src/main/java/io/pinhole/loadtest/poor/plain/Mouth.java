package io.pinhole.loadtest.poor.plain;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.loadtest.join.Clock;
import io.pinhole.loadtest.join.Event;
import io.pinhole.loadtest.join.EventFile;
import io.pinhole.loadtest.join.NumberedFrame;
import io.pinhole.loadtest.poor.plain.Message.Note;
import io.pinhole.loadtest.poor.plain.Message.Piece;
import io.pinhole.loadtest.poor.plain.Message.Voice;
import io.pinhole.protocol.frame.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Sends everything the moment it is there. Each of its ways to say something is for one thread. */
final class Mouth {

    private static final int BLOCK_BYTES = 16 * 1024;
    private static final int NUMBER_BYTES = 12;

    private final Channel channel;
    private final Clock clock;
    private final EventFile events;

    Mouth(Channel channel, Clock clock, EventFile events) {
        this.channel = channel;
        this.clock = clock;
        this.events = events;
    }

    void talk(int bytes, int millis) throws InterruptedException {
        for (int seq = 0; channel.isActive(); seq++) {
            NumberedFrame number = await(seq, millis);
            Event event = Event.of("voice-sent");
            send(new Voice(number, bytes));
            events.add(event.with("seq", seq).with("bytes", bytes).with("due", number.due()));
        }
    }

    void takeNotes(int bytes, int millis) throws InterruptedException {
        for (int seq = 0; channel.isActive(); seq++) {
            NumberedFrame number = await(seq, millis);
            Event event = Event.of("note-made");
            send(new Note(number, bytes - NUMBER_BYTES));
            events.add(event.with("seq", seq).with("due", number.due()));
        }
    }

    private NumberedFrame await(int seq, int millis) throws InterruptedException {
        NumberedFrame number = new NumberedFrame(seq, clock.at(seq * millis / 1000.0));
        Clock.awaitUntil(number.due());
        return number;
    }

    /** Shares files as lines tell: {@code SECONDS FILE}. All is prepared as it is read. */
    void share(InputStream lines) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            Path file = Path.of(words[1]);
            byte[] preview = preview(file);
            byte[] photo = Files.readAllBytes(file);
            long wait = clock.at(Double.parseDouble(words[0])) - System.nanoTime();
            channel.eventLoop()
                    .schedule(
                            () -> share(file.getFileName().toString(), preview, photo),
                            Math.max(0, wait),
                            TimeUnit.NANOSECONDS);
        }
    }

    private void share(String title, byte[] preview, byte[] photo) {
        UUID id = UUID.randomUUID();
        events.add(Event.of("shared").with("photo", id.toString()).with("title", title));
        send(new Piece(id, true, 0, preview.length, Unpooled.wrappedBuffer(preview)));
        for (int at = 0; at < photo.length; at += BLOCK_BYTES) {
            int length = Math.min(BLOCK_BYTES, photo.length - at);
            send(new Piece(id, false, at, photo.length, Unpooled.wrappedBuffer(photo, at, length)));
        }
    }

    private static byte[] preview(Path file) throws IOException {
        try {
            return DesktopRenditions.of(file, DesktopRenditions.DEFAULT_MAX_SIDE)
                    .preview()
                    .bytes();
        } catch (RefusedException e) {
            throw new IOException(file + " is no photo", e);
        }
    }

    private void send(Message message) {
        ByteBuf bytes = channel.alloc().buffer();
        message.write(bytes);
        channel.writeAndFlush(bytes);
    }
}
