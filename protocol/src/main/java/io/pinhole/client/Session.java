package io.pinhole.client;

import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Interest;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Pong;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.UploadFailed;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkOwner;

/** One connection's dialogue with the relay: hands each frame to the part of the call that it concerns. */
final class Session implements LinkOwner, ServerFrame.Handler {

    private static final int NO_REQUEST = 0;

    private final Link link;
    private final Call call;
    private final SessionOwner owner;
    private final Requests requests;
    private boolean welcomed;
    private boolean abandoned;

    Session(Link link, Call call, SessionOwner owner) {
        this.link = link;
        this.call = call;
        this.owner = owner;
        this.requests = new Requests(link);
    }

    /** The first frame. */
    void begin(Hello hello) {
        link.send(hello);
    }

    /** What to send by; before Welcome only what may follow Hello. */
    Line line() {
        return new Line(link, requests);
    }

    Link link() {
        return link;
    }

    /** Another connection takes over; what this one still says is not heard. */
    void abandon() {
        abandoned = true;
        requests.lost();
    }

    void leave(Close close) {
        link.close(close);
    }

    @Override
    public void received(Frame frame) throws WireException {
        if (abandoned) {
            return;
        }
        if (!(frame instanceof ServerFrame fromRelay)) {
            throw WireException.malformed(frame.type() + " is not for a relay to send");
        }
        if (welcomed == frame instanceof Welcome) {
            throw WireException.malformed(frame.type() + (welcomed ? " after" : " before") + " Welcome");
        }
        fromRelay.accept(this);
    }

    /** Before the relay has let us in there is nothing to save. */
    @Override
    public void stalled(boolean stalled) {
        if (welcomed && !abandoned) {
            owner.stalled(stalled);
        }
    }

    /** Put off: the link may find its end while some part of the call is sending. */
    @Override
    public void closed(Refusal reason) {
        link.loop().execute(() -> {
            if (!abandoned) {
                requests.lost();
                owner.closed(reason);
            }
        });
    }

    @Override
    public void on(Welcome welcome) {
        welcomed = true;
        owner.welcomed(line(), welcome);
    }

    @Override
    public void on(Reply reply) {
        reply.refusal()
                .ifPresentOrElse(refusal -> refused(reply.request(), refusal), () -> requests.done(reply.request()));
    }

    private void refused(int request, Refusal refusal) {
        if (request == NO_REQUEST) {
            call.annotations().on(refusal);
            call.events().tell(listener -> listener.refused(refusal));
        } else {
            requests.refused(request, refusal);
        }
    }

    @Override
    public void on(Participant participant) {
        call.state().participant(participant);
        call.annotations().on(participant);
        call.events().tell(listener -> listener.participant(participant));
    }

    @Override
    public void on(ModeChanged mode) {
        call.state().mode(mode);
        call.events().tell(listener -> listener.mode(mode));
    }

    @Override
    public void on(View view) {
        call.state().view(view);
        call.events().tell(listener -> listener.view(view));
    }

    @Override
    public void on(SpeakAt speakAt) {
        call.events().tell(listener -> listener.speakAt(speakAt));
    }

    @Override
    public void on(Voice voice) {
        VoiceFrame.of(voice).forEach(frame -> call.events().tell(listener -> listener.voice(frame)));
    }

    @Override
    public void on(Chunk chunk) {
        int bytes = chunk.data().readableBytes();
        call.downloads().on(chunk);
        link.taken(bytes);
    }

    @Override
    public void on(PhotoEntry entry) {
        call.on(entry);
    }

    @Override
    public void on(Offered offered) {
        requests.done(offered.request());
        call.uploads().on(offered);
        call.annotations().bind(offered.photo(), offered.handle());
    }

    @Override
    public void on(UploadFailed failed) {
        call.uploads().on(failed);
    }

    @Override
    public void on(Stored stored) {
        call.uploads().on(stored);
        call.events().tell(listener -> listener.stored(stored));
    }

    @Override
    public void on(NewShot shot) {
        call.events().tell(listener -> listener.newShot(shot));
    }

    @Override
    public void on(Opened opened) {
        requests.done(opened.request());
        call.downloads().on(opened);
    }

    @Override
    public void on(Seen seen) {
        call.uploads().on(seen);
        call.events().tell(listener -> listener.seen(seen));
    }

    @Override
    public void on(Interest interest) {
        call.uploads().on(interest);
    }

    /** The link answers these itself. */
    @Override
    public void on(Close close) {}

    @Override
    public void on(Ping ping) {}

    @Override
    public void on(Pong pong) {}

    @Override
    public void on(OperationResults results) {
        call.annotations().on(results);
    }

    @Override
    public void on(Deltas deltas) {
        call.annotations().on(deltas);
    }

    @Override
    public void on(Snapshot snapshot) throws WireException {
        call.annotations().on(snapshot);
    }

    @Override
    public void on(Pointer pointer) {
        call.annotations().on(pointer);
    }

    @Override
    public void on(Stroke stroke) {
        call.annotations().on(stroke);
    }

    @Override
    public void on(Captured captured) {
        requests.done(captured.request());
        call.annotations().saves().on(captured);
    }
}
