package io.pinhole.loadtest;

import io.pinhole.client.KeptOperation;
import io.pinhole.client.KeptPhoto;
import io.pinhole.client.KeptSave;
import io.pinhole.client.Outbox;
import io.pinhole.client.Pin;
import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.PreparedRendition;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.widget.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps it in files, as an application does that means to survive; one made anew on the folder knows nothing else. */
final class FolderOutbox implements Outbox {

    private final Path folder;

    FolderOutbox(Path folder) {
        this.folder = folder;
        attempt(() -> {
            for (String kind : List.of("operations", "photos", "saves")) {
                Files.createDirectories(folder.resolve(kind));
            }
        });
    }

    @Override
    public Contents contents() {
        List<String> writer =
                Files.exists(folder.resolve("writer")) ? lines(folder.resolve("writer")) : List.of("0", "0");
        return new Contents(
                Long.parseLong(writer.get(0)),
                Long.parseLong(writer.get(1)),
                files("operations").stream()
                        .map(FolderOutbox::operation)
                        .sorted(Comparator.comparing(KeptOperation::seq))
                        .toList(),
                files("photos").stream().map(FolderOutbox::photo).toList(),
                files("saves").stream().map(FolderOutbox::save).toList());
    }

    @Override
    public void begin(long writer) {
        write(folder.resolve("writer"), List.of(Long.toString(writer), "0"));
        files("operations").forEach(FolderOutbox::delete);
    }

    @Override
    public void keep(KeptOperation kept) {
        write(
                folder.resolve("operations").resolve(Long.toString(kept.seq())),
                List.of(
                        kept.photo().toString(),
                        HexFormat.of().formatHex(kept.operation().toMessage().toByteArray())));
        String writer = lines(folder.resolve("writer")).get(0);
        write(folder.resolve("writer"), List.of(writer, Long.toString(kept.seq())));
    }

    private static KeptOperation operation(Path file) {
        List<String> lines = lines(file);
        try {
            Operation operation =
                    Operation.of(OperationMessage.parseFrom(HexFormat.of().parseHex(lines.get(1))));
            return new KeptOperation(
                    Long.parseLong(file.getFileName().toString()), PhotoId.parse(lines.get(0)), operation);
        } catch (IOException | RefusedException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    @Override
    public void forget(long seq) {
        delete(folder.resolve("operations").resolve(Long.toString(seq)));
    }

    @Override
    public void keep(KeptPhoto kept) {
        Path photo = folder.resolve("photos").resolve(kept.photo().id().toString());
        attempt(() -> Files.createDirectories(photo));
        for (PreparedRendition rendition : kept.photo().renditions()) {
            var info = rendition.info();
            ByteBuffer view = rendition.view();
            byte[] bytes = new byte[view.remaining()];
            view.get(bytes);
            attempt(() ->
                    Files.write(photo.resolve(info.rendition() + "," + info.width() + "," + info.height()), bytes));
        }
        write(photo.resolve("photo"), List.of(kept.photo().title(), Boolean.toString(kept.publish())));
    }

    private static KeptPhoto photo(Path photo) {
        List<PreparedRendition> renditions = list(photo).stream()
                .filter(file -> !file.endsWith("photo"))
                .map(FolderOutbox::rendition)
                .toList();
        List<String> lines = lines(photo.resolve("photo"));
        PhotoId id = PhotoId.parse(photo.getFileName().toString());
        return new KeptPhoto(new PreparedPhoto(id, lines.get(0), renditions), Boolean.parseBoolean(lines.get(1)));
    }

    private static PreparedRendition rendition(Path file) {
        String[] words = file.getFileName().toString().split(",");
        try {
            return PreparedRendition.of(
                    Rendition.valueOf(words[0]),
                    Files.readAllBytes(file),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forget(PhotoId photo) {
        Path kept = folder.resolve("photos").resolve(photo.toString());
        list(kept).forEach(FolderOutbox::delete);
        delete(kept);
    }

    @Override
    public void keep(KeptSave save) {
        write(
                folder.resolve("saves").resolve(save.capture().toString()),
                List.of(
                        save.photo().toString(),
                        save.name().value(),
                        save.pin()
                                .map(pin -> pin.epoch() + " " + pin.revision())
                                .orElse("")));
    }

    private static KeptSave save(Path file) {
        List<String> lines = lines(file);
        Optional<Pin> pin = Optional.of(lines.get(2))
                .filter(text -> !text.isEmpty())
                .map(text -> text.split(" "))
                .map(words -> new Pin(Long.parseLong(words[0]), Long.parseLong(words[1])));
        return new KeptSave(
                CaptureId.parse(file.getFileName().toString()),
                PhotoId.parse(lines.get(0)),
                new CaptureName(lines.get(1)),
                pin);
    }

    @Override
    public void forget(CaptureId save) {
        delete(folder.resolve("saves").resolve(save.toString()));
    }

    private List<Path> files(String kind) {
        return list(folder.resolve(kind));
    }

    private static List<Path> list(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> lines) {
        attempt(() -> Files.write(file, lines));
    }

    private static void delete(Path file) {
        attempt(() -> Files.deleteIfExists(file));
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
