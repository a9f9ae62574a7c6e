package io.pinhole.loadtest.join;

import io.pinhole.client.CallListener;
import io.pinhole.client.Capture;
import io.pinhole.client.Cues;
import io.pinhole.client.Download;
import io.pinhole.client.Drawing;
import io.pinhole.client.KeptOperation;
import io.pinhole.client.KeptSave;
import io.pinhole.client.Progress;
import io.pinhole.client.VoiceFrame;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WidgetId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Notes everything that the client tells. On the client's loop. */
final class Notes implements CallListener {

    private final Journal journal;
    private final Album album;
    private final Consumer<SpeakAt> voice;
    private final Scans scans = new Scans();
    private final Silence silence = new Silence();
    private final Cues cues = new Cues();
    private volatile String lastLoss = "no answer";

    /** @param voice told how to speak */
    Notes(Journal journal, Album album, Consumer<SpeakAt> voice) {
        this.journal = journal;
        this.album = album;
        this.voice = voice;
    }

    /** Why there was no connection the last time. From any thread. */
    String lastLoss() {
        return lastLoss;
    }

    @Override
    public void joined(Welcome welcome) {
        cues.on(welcome);
        journal.note(welcomed("joined", welcome));
    }

    @Override
    public void resumed(Welcome welcome) {
        cues.on(welcome);
        journal.note(welcomed("resumed", welcome));
    }

    private static Event welcomed(String name, Welcome welcome) {
        Participant self = welcome.self();
        return Event.of(name)
                .with("call", welcome.call().value())
                .with("participant", self.handle())
                .with("person", self.person().value())
                .with("name", self.name())
                .with("role", self.role())
                .with("mode", welcome.mode())
                .with("kept", welcome.resumed());
    }

    @Override
    public void reconnecting(Refusal reason, long delayMillis) {
        lastLoss = reason.message();
        journal.note(Event.of("reconnecting").with(reason).with("delayMillis", delayMillis));
    }

    @Override
    public void ended(Refusal reason) {
        journal.note(Event.of("ended").with(reason));
    }

    @Override
    public void participant(Participant participant) {
        cues.on(participant);
        journal.note(Event.of("participant")
                .with("participant", participant.handle())
                .with("person", participant.person().value())
                .with("name", participant.name())
                .with("role", participant.role())
                .with("client", participant.client())
                .with("presence", participant.presence()));
    }

    @Override
    public void mode(ModeChanged mode) {
        journal.note(Event.of("mode").with("mode", mode.mode()).with("participant", mode.participant()));
    }

    @Override
    public void view(View view) {
        Event event = Event.of("view").with("participant", view.participant()).with("fullScreen", view.fullScreen());
        journal.note(event.with("photo", view.photo().map(PhotoId::toString).orElse("")));
    }

    @Override
    public void photo(PhotoEntry entry) {
        Event event = Event.of("photo")
                .with(entry.photo())
                .with("title", entry.title())
                .with("author", entry.author().value())
                .with("state", entry.state())
                .with("updatedMillis", entry.updatedMillis());
        entry.renditions()
                .forEach(rendition ->
                        event.with(rendition.rendition().name().toLowerCase(Locale.ROOT), rendition.arrived()));
        journal.note(event);
        album.listed(entry);
        cues.on(entry, System.nanoTime()).ifPresent(this::sound);
    }

    @Override
    public void newShot(NewShot shot) {
        journal.note(Event.of("new-shot").with(shot.photo()).with("participant", shot.participant()));
    }

    private void sound(Cues.Sound sound) {
        journal.note(Event.of("sound").with("cue", sound.cue()).with("participant", sound.participant()));
    }

    /** The longest time between two voice frames of anybody, so far. */
    long longestSilenceMillis() {
        return silence.longestMillis();
    }

    @Override
    public void voice(VoiceFrame frame) {
        silence.broken(System.nanoTime());
        Event event = Event.of("voice-received")
                .with("from", frame.speaker())
                .with("tick", frame.tick())
                .with("bytes", frame.opus().readableBytes())
                .with("millis", frame.duration().millis())
                .with("level", frame.level())
                .with("talkStart", frame.talkStart());
        NumberedFrame.of(frame.opus())
                .ifPresent(number -> event.with("seq", number.seq()).with("due", number.due()));
        journal.note(event);
    }

    @Override
    public void speakAt(SpeakAt speakAt) {
        journal.note(Event.of("speak-at")
                .with("bitsPerSecond", speakAt.bitsPerSecond())
                .with("frameMillis", speakAt.frameMillis())
                .with("bundleMillis", speakAt.bundleMillis()));
        voice.accept(speakAt);
    }

    @Override
    public void sent(Progress piece) {
        Event event = moved("photo-sent", piece);
        album.file(piece).ifPresent(file -> event.with("scan", scans.after(piece, file)));
        journal.note(event);
    }

    @Override
    public void received(Download download, Progress piece) {
        int before = scans.of(piece);
        int scan = scans.after(piece, download.view());
        journal.note(moved("photo-received", piece).with("scan", scan));
        if (scan > before) {
            journal.note(Event.of("scan")
                    .with(piece.photo(), piece.rendition())
                    .with("scan", scan)
                    .with("bytes", piece.end())
                    .with("total", piece.total()));
        }
    }

    private static Event moved(String name, Progress piece) {
        return Event.of(name)
                .with(piece.photo(), piece.rendition())
                .with("offset", piece.offset())
                .with("bytes", piece.bytes())
                .with("total", piece.total());
    }

    @Override
    public void stored(Stored stored) {
        journal.note(Event.of("stored")
                .with(stored.photo(), stored.rendition())
                .with("offset", stored.offset())
                .with("complete", stored.complete()));
    }

    @Override
    public void seen(Seen seen) {
        journal.note(Event.of("seen").with(seen.photo(), seen.rendition()).with("participant", seen.participant()));
    }

    @Override
    public void opened(Download download) {
        Event event =
                Event.of("opened").with(download.photo(), download.rendition()).with("offset", download.received());
        download.info()
                .ifPresent(info -> event.with("total", info.size())
                        .with("width", info.width())
                        .with("height", info.height()));
        journal.note(event);
        album.opened(download);
    }

    @Override
    public void refused(Refusal refusal) {
        journal.note(Event.of("refused").with(refusal));
    }

    @Override
    public void widgets(Drawing drawing, Set<WidgetId> changed) {
        journal.note(DrawingEvents.of(drawing.snapshot()));
    }

    @Override
    public void sent(KeptOperation operation) {
        journal.note(DrawingEvents.of("operation-sent", operation));
    }

    @Override
    public void stored(KeptOperation operation, long revision) {
        journal.note(DrawingEvents.of("operation-stored", operation).with("revision", revision));
    }

    @Override
    public void refused(KeptOperation operation, Refusal reason) {
        journal.note(DrawingEvents.of("operation-refused", operation).with(reason));
    }

    @Override
    public void capture(Capture capture) {
        journal.note(DrawingEvents.of(capture));
    }

    /** Noted by who asked for it, as are names that will not do. */
    @Override
    public void refused(KeptSave save, Refusal reason) {}

    @Override
    public void deltas(PhotoId photo, Deltas deltas) {
        journal.note(DrawingEvents.of(photo, deltas));
        DrawingEvents.notes(photo, deltas).forEach(journal::note);
        cues.on(deltas, System.nanoTime()).forEach(this::sound);
    }

    @Override
    public void pointer(PhotoId photo, Pointer pointer) {
        journal.note(DrawingEvents.of(photo, pointer));
        cues.on(pointer, System.nanoTime()).ifPresent(this::sound);
    }

    @Override
    public void stroke(PhotoId photo, Stroke piece) {
        journal.note(DrawingEvents.of(photo, piece));
        cues.on(piece, System.nanoTime()).ifPresent(this::sound);
    }

    @Override
    public void faded(Drawing drawing) {
        journal.note(DrawingEvents.faded(drawing.snapshot()));
    }
}
