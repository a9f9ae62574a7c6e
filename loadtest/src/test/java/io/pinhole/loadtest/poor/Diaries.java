package io.pinhole.loadtest.poor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What two people would have written down, in milliseconds. */
final class Diaries {

    private static final String FRAME = "{\"t\":%d,\"ev\":\"%s\",\"seq\":%d,\"bytes\":40,\"due\":%d}";

    private final Path folder;
    private final List<String> sender = new ArrayList<>();
    private final List<String> receiver = new ArrayList<>();

    Diaries(Path folder) {
        this.folder = folder;
    }

    Diaries said(String what, int seq, long due) {
        return sender(frame(what, seq, due, due));
    }

    Diaries heard(String what, int seq, long due, long at) {
        return receiver(frame(what, seq, due, at));
    }

    private static String frame(String what, int seq, long due, long at) {
        return String.format(Locale.ROOT, FRAME, nanos(at), what, seq, nanos(due));
    }

    /** A frame said every 20 ms, and heard after the same time. */
    Diaries talk(int fromMillis, int toMillis, int delayMillis) {
        for (int at = fromMillis; at < toMillis; at += 20) {
            said("voice-sent", at / 20, at).heard("voice-received", at / 20, at, at + delayMillis);
        }
        return this;
    }

    Diaries sender(String line) {
        sender.add(line);
        return this;
    }

    Diaries receiver(String line) {
        receiver.add(line);
        return this;
    }

    Diaries shared(long at, String photo) {
        return sender(
                "{\"t\":" + nanos(at) + ",\"ev\":\"shared\",\"photo\":\"" + photo + "\",\"title\":\"shot-1.jpg\"}");
    }

    Diaries piece(long at, String photo, int offset, int bytes) {
        return receiver("{\"t\":" + nanos(at) + ",\"ev\":\"photo-received\",\"photo\":\"" + photo
                + "\",\"rendition\":\"working\",\"offset\":" + offset + ",\"bytes\":" + bytes + "}");
    }

    Diaries whole(long at, String photo, String rendition) {
        return receiver("{\"t\":" + nanos(at) + ",\"ev\":\"photo-complete\",\"photo\":\"" + photo
                + "\",\"rendition\":\"" + rendition + "\"}");
    }

    Progress progress() {
        return new Progress(diary("sender", sender), diary("receiver", receiver));
    }

    private Diary diary(String name, List<String> lines) {
        try {
            Diary diary = new Diary(Files.write(folder.resolve(name), lines));
            diary.look();
            return diary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long nanos(long millis) {
        return millis * 1_000_000;
    }
}
