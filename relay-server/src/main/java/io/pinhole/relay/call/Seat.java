package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Offer;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Pong;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rename;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Request;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Save;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Shown;
import io.pinhole.protocol.frame.Shut;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.frame.Withdraw;
import io.pinhole.protocol.link.LineEstimate;
import io.pinhole.protocol.link.Link;
import io.pinhole.relay.store.StoredCapture;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's connection in a call: answers the frames of its client. Everything runs on the call's thread but
 * {@link #voice}, which stays on the connection's.
 */
public final class Seat implements ClientFrame.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);

    private final Call call;
    private final Member member;
    private final Link link;
    private final Set<Capability> capabilities;
    private final PhotoDesk photos;
    private final AnnotationDesk annotations;
    private final CaptureDesk captures;
    private final Speaker speaker;
    private boolean over;

    /** @param capabilities of the client */
    Seat(Call call, Member member, Link link, Set<Capability> capabilities) {
        this.call = call;
        this.member = member;
        this.link = link;
        this.capabilities = capabilities;
        this.photos = new PhotoDesk(call, member, link);
        this.annotations = new AnnotationDesk(call, this);
        this.captures = new CaptureDesk(call, this);
        this.speaker = new Speaker(call, this);
    }

    Member member() {
        return member;
    }

    /** What both sides can do. */
    Set<Capability> capabilities() {
        return capabilities;
    }

    Link link() {
        return link;
    }

    /** Who sits here. Any thread. */
    public PersonId person() {
        return member.person();
    }

    /** Takes any frame but voice to the call's thread; borrows it. Called on the connection's thread. */
    public void received(ClientFrame frame) {
        ClientFrame kept = (ClientFrame) frame.retained();
        if (!call.run(() -> handle(kept))) {
            kept.release();
        }
    }

    /** Relays voice to all others, without a detour; borrows it. Called on the connection's thread. */
    public void voice(Voice voice, long now) throws WireException {
        speaker.say(voice, now);
    }

    /** Something new is known of this connection's line. Called on the connection's thread. */
    public void estimated(LineEstimate line, long now) {
        call.run(() -> call.speech().estimated(this, line, now));
    }

    Speaker speaker() {
        return speaker;
    }

    /** The connection is over. Called on any thread. */
    public void lost(boolean left) {
        call.run(() -> call.lost(this, left));
    }

    /** A reply or notification for this client. */
    void tell(ServerFrame frame) {
        call.context().delivery().of(person(), frame).ifPresent(link::send);
    }

    /** A frame of which only the newest of its key matters. */
    void tell(Object key, ServerFrame frame) {
        call.context().delivery().of(person(), frame).ifPresent(out -> link.replace(key, out));
    }

    PhotoDesk photos() {
        return photos;
    }

    /** Something has become of a capture that this person saved. */
    void changed(StoredCapture capture) {
        captures.changed(capture);
    }

    /** What still comes from this connection is not for the call any more. */
    void leave() {
        over = true;
        photos.close();
        annotations.close();
        link.memory(memory -> call.run(() -> member.remember(memory)));
        call.speech().end(this);
    }

    private void handle(ClientFrame frame) {
        try {
            if (!over) {
                frame.accept(this);
            }
        } catch (RefusedException e) {
            int request = frame instanceof Request r ? r.request() : 0;
            tell(new Reply(request, Optional.of(Refusal.of(e))));
        } catch (WireException e) {
            link.close(new Close(Refusal.of(e), ""));
        } catch (RuntimeException e) {
            LOG.error("a {} frame of {} in call {} ended its connection", frame.type(), person(), call.id(), e);
            link.close(Close.of(Code.INTERNAL, "internal error"));
        } finally {
            frame.release();
        }
    }

    // ------------------------------------------------------------------ the call

    @Override
    public void on(SetMode request) throws RefusedException {
        call.context().permissions().require(member.grant(), Right.SWITCH_MODE);
        done(request);
        call.switchMode(member, request.mode());
    }

    @Override
    public void on(SetView view) {
        try {
            if (view.photo().isPresent()) {
                call.context().permissions().require(member.grant(), Right.VIEW);
                call.photos().visibleTo(member.person(), view.photo().get());
            }
            call.look(member, view.photo(), view.photo().isPresent() && view.fullScreen());
        } catch (RefusedException e) {
            tell(new Reply(0, Optional.of(Refusal.of(e))));
        }
    }

    @Override
    public void on(End request) throws RefusedException {
        call.context().permissions().require(member.grant(), Right.END);
        call.end(Close.of(Code.CALL_ENDED, "ended by " + member.grant().name()));
    }

    // ------------------------------------------------------------------ photos

    @Override
    public void on(Offer request) throws RefusedException {
        photos.offer(request, this);
    }

    @Override
    public void on(Upload request) throws RefusedException {
        photos.upload(request);
        done(request);
    }

    @Override
    public void on(Chunk chunk) {
        photos.chunk(chunk, this);
    }

    @Override
    public void on(Publish request) throws RefusedException {
        photos.publish(request);
        done(request);
    }

    @Override
    public void on(Open request) throws RefusedException {
        photos.open(request, this);
    }

    @Override
    public void on(Shut shut) {
        photos.shut(shut.handle());
    }

    @Override
    public void on(Shown shown) throws RefusedException {
        photos.shown(shown);
    }

    @Override
    public void on(Rename request) throws RefusedException {
        photos.rename(request);
        done(request);
    }

    @Override
    public void on(Withdraw request) throws RefusedException {
        photos.withdraw(request);
        done(request);
    }

    // ------------------------------------------------------------------ widgets

    @Override
    public void on(Have have) {
        annotations.have(have);
    }

    @Override
    public void on(Save request) throws RefusedException {
        captures.save(request);
    }

    @Override
    public void on(Operations operations) throws RefusedException {
        annotations.operations(operations);
    }

    @Override
    public void on(Pointer pointer) throws RefusedException {
        annotations.pointer(pointer);
    }

    @Override
    public void on(Stroke stroke) throws RefusedException {
        annotations.stroke(stroke);
    }

    // ------------------------------------------------------------------ what is not for here

    @Override
    public void on(Hello hello) throws WireException {
        throw WireException.malformed("a second hello");
    }

    @Override
    public void on(Voice voice) {
        throw new AssertionError("voice does not come here");
    }

    @Override
    public void on(Close close) {
        throw new AssertionError("the link answers Close");
    }

    @Override
    public void on(Ping ping) {
        throw new AssertionError("the link answers Ping");
    }

    @Override
    public void on(Pong pong) {
        throw new AssertionError("the link takes Pong");
    }

    private void done(Request request) {
        tell(new Reply(request.request(), Optional.empty()));
    }
}
