package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.relay.annotation.AnnotationLimits;
import io.pinhole.relay.annotation.Annotator;
import io.pinhole.relay.annotation.PhotoRef;
import io.pinhole.relay.annotation.Results;
import io.pinhole.relay.photo.Photo;
import java.util.Optional;

/** What one connection does with widgets: who it is, what it may, how fast. On the call's thread. */
final class AnnotationDesk implements Annotator {

    /** What a pointer or a stroke takes besides its ink. */
    private static final int SMALL_BYTES = 32;

    private final Call call;
    private final Seat seat;
    private final Results results;
    private final Pace operations;
    private final Pace bytes;

    AnnotationDesk(Call call, Seat seat) {
        this.call = call;
        this.seat = seat;
        this.results = call.context().annotation().results();
        AnnotationLimits limits = call.context().annotation().limits();
        long now = System.nanoTime();
        this.operations = new Pace(limits.operationsPerSecond(), now);
        this.bytes = new Pace(limits.bytesPerSecond(), now);
    }

    void operations(Operations batch) throws RefusedException {
        requireCapability();
        try {
            require(Right.ANNOTATE);
            PhotoRef photo = ref(call.photos().visibleTo(person(), batch.photo()));
            if (isInPace(batch)) {
                call.annotations().submit(this, photo, batch, refusal(batch.photo()));
            } else {
                tell(results.first(batch, Code.TOO_FAST, "operations come too fast"));
            }
        } catch (RefusedException e) {
            tell(results.all(batch, e));
        }
    }

    /** A client that does not annotate names what it has, too, and needs nothing. */
    void have(Have have) {
        if (!seat.capabilities().contains(Capability.ANNOTATE)) {
            return;
        }
        for (HavePhoto photo : have.photos()) {
            try {
                require(Right.VIEW);
                PhotoRef ref = ref(call.photos().visibleTo(person(), photo.photo()));
                call.annotations().follow(this, ref, photo.epoch(), photo.revision());
            } catch (RefusedException e) {
                tell(new Reply(0, Optional.of(Refusal.of(e))));
            }
        }
    }

    void pointer(Pointer pointer) throws RefusedException {
        PhotoRef photo = shown(pointer.photo());
        if (bytes.take(SMALL_BYTES, System.nanoTime())) {
            call.annotations()
                    .show(this, photo, new Pointer(photo.handle(), seat.member().handle(), pointer.x(), pointer.y()));
        }
    }

    void stroke(Stroke stroke) throws RefusedException {
        PhotoRef photo = shown(stroke.photo());
        if (bytes.take(SMALL_BYTES + stroke.ink().getSerializedSize(), System.nanoTime())) {
            call.annotations()
                    .show(
                            this,
                            photo,
                            new Stroke(
                                    photo.handle(),
                                    seat.member().handle(),
                                    stroke.widget(),
                                    stroke.kind(),
                                    stroke.stroke(),
                                    stroke.width(),
                                    stroke.ink()));
        }
    }

    void close() {
        call.annotations().left(this);
    }

    private boolean isInPace(Operations batch) {
        long now = System.nanoTime();
        int size = batch.operations().stream()
                .mapToInt(operation -> operation.getSerializedSize())
                .sum();
        return operations.take(batch.operations().size(), now) && bytes.take(size, now);
    }

    private PhotoRef shown(int handle) throws RefusedException {
        requireCapability();
        require(Right.ANNOTATE);
        return ref(call.photos().visibleTo(person(), handle));
    }

    /** What comes for a photo that is over has its place in the writer's order all the same. */
    private Optional<RefusedException> refusal(int handle) throws RefusedException {
        Photo photo = call.photos().visibleTo(person(), handle);
        return photo.state().isOver()
                ? Optional.of(new RefusedException(Code.PHOTO_OVER, "photo " + photo.id() + " is " + photo.state()))
                : Optional.empty();
    }

    private void requireCapability() throws RefusedException {
        if (!seat.capabilities().contains(Capability.ANNOTATE)) {
            throw new RefusedException(Code.UNSUPPORTED, "annotation is not among the capabilities of Welcome");
        }
    }

    private void require(Right right) throws RefusedException {
        call.context().permissions().require(seat.member().grant(), right);
    }

    private static PhotoRef ref(Photo photo) {
        return new PhotoRef(photo.id(), photo.handle(), photo.epoch());
    }

    // ------------------------------------------------------------------ towards the client

    @Override
    public PersonId person() {
        return seat.person();
    }

    @Override
    public Optional<RefusedException> whyNotModerate() {
        return call.context().permissions().refusal(seat.member().grant().standing(), Right.MODERATE);
    }

    @Override
    public void tell(ServerFrame frame) {
        seat.tell(frame);
    }

    @Override
    public void tell(Deltas deltas, Runnable lapsed) {
        call.context()
                .delivery()
                .of(person(), deltas)
                .map(Deltas.class::cast)
                .ifPresent(out -> seat.link().send(out, lapsed));
    }

    @Override
    public void want(int photo, Runnable ask) {
        seat.link().want(photo, ask);
    }

    @Override
    public void forget(int photo) {
        seat.link().forget(photo);
    }
}
