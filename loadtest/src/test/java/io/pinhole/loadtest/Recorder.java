package io.pinhole.loadtest;

import io.pinhole.client.CallAdapter;
import io.pinhole.client.Capture;
import io.pinhole.client.Download;
import io.pinhole.client.Progress;
import io.pinhole.client.VoiceFrame;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Welcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Remembers what a client is told. */
final class Recorder extends CallAdapter {

    final CompletableFuture<PhotoId> firstPhoto = new CompletableFuture<>();
    final List<VoiceFrame> voice = new CopyOnWriteArrayList<>();
    final List<byte[]> said = new CopyOnWriteArrayList<>();
    final List<View> views = new CopyOnWriteArrayList<>();
    final List<NewShot> shots = new CopyOnWriteArrayList<>();
    final List<Download> opened = new CopyOnWriteArrayList<>();
    final List<Capture> captures = new CopyOnWriteArrayList<>();
    final AtomicLong bytesSent = new AtomicLong();
    final AtomicLong bytesReceived = new AtomicLong();
    final AtomicInteger resumes = new AtomicInteger();
    final List<Refusal> losses = new CopyOnWriteArrayList<>();

    /** Told at once, on the client's loop. */
    volatile Consumer<Progress> onReceived = piece -> {};

    volatile Consumer<Progress> onSent = piece -> {};

    @Override
    public void resumed(Welcome welcome) {
        resumes.incrementAndGet();
    }

    @Override
    public void reconnecting(Refusal reason, long delayMillis) {
        losses.add(reason);
    }

    @Override
    public void photo(PhotoEntry entry) {
        firstPhoto.complete(entry.photo());
    }

    @Override
    public void view(View view) {
        views.add(view);
    }

    @Override
    public void newShot(NewShot shot) {
        shots.add(shot);
    }

    @Override
    public void voice(VoiceFrame frame) {
        said.add(frame.bytes());
        voice.add(frame);
    }

    @Override
    public void sent(Progress piece) {
        bytesSent.addAndGet(piece.bytes());
        onSent.accept(piece);
    }

    @Override
    public void opened(Download download) {
        opened.add(download);
    }

    @Override
    public void received(Download download, Progress piece) {
        bytesReceived.addAndGet(piece.bytes());
        onReceived.accept(piece);
    }

    @Override
    public void capture(Capture capture) {
        captures.add(capture);
    }
}
