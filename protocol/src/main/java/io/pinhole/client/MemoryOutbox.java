package io.pinhole.client;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.PhotoId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps it as long as the application lives; a client that follows another one goes on from it. */
public final class MemoryOutbox implements Outbox {

    private final Map<Long, KeptOperation> operations = new TreeMap<>();
    private final Map<PhotoId, KeptPhoto> photos = new LinkedHashMap<>();
    private final Map<CaptureId, KeptSave> saves = new LinkedHashMap<>();
    private long writer;
    private long lastSeq;

    @Override
    public synchronized Contents contents() {
        return new Contents(
                writer,
                lastSeq,
                new ArrayList<>(operations.values()),
                new ArrayList<>(photos.values()),
                new ArrayList<>(saves.values()));
    }

    @Override
    public synchronized void begin(long by) {
        writer = by;
        lastSeq = 0;
        operations.clear();
    }

    @Override
    public synchronized void keep(KeptOperation operation) {
        lastSeq = operation.seq();
        operations.put(operation.seq(), operation);
    }

    @Override
    public synchronized void forget(long seq) {
        operations.remove(seq);
    }

    @Override
    public synchronized void keep(KeptPhoto kept) {
        photos.put(kept.photo().id(), kept);
    }

    @Override
    public synchronized void forget(PhotoId photo) {
        photos.remove(photo);
    }

    @Override
    public synchronized void keep(KeptSave save) {
        saves.put(save.capture(), save);
    }

    @Override
    public synchronized void forget(CaptureId save) {
        saves.remove(save);
    }
}
