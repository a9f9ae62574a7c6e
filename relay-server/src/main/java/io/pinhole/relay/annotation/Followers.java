package io.pinhole.relay.annotation;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.relay.store.StoredOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Who follows a photo's log, and what they are told of it. Owned by the call's thread. */
final class Followers {

    private final Map<Annotator, Follower> followers = new LinkedHashMap<>();
    private final ToIntFunction<PersonId> participants;

    /** @param participants the handle of a person who is in the call, else 0 */
    Followers(ToIntFunction<PersonId> participants) {
        this.participants = participants;
    }

    void add(Follower follower) {
        followers.put(follower.annotator(), follower);
    }

    void remove(Annotator annotator) {
        followers.remove(annotator);
    }

    Optional<Follower> find(Annotator annotator) {
        return Optional.ofNullable(followers.get(annotator));
    }

    boolean has(Follower follower) {
        return followers.get(follower.annotator()) == follower;
    }

    /** To all but who shows it. */
    void show(Annotator by, ServerFrame frame) {
        for (Annotator annotator : followers.keySet()) {
            if (annotator != by) {
                annotator.tell(frame);
            }
        }
    }

    /** New operations, which follow a revision without a hole. */
    void tell(PhotoRef photo, long after, List<StoredOperation> operations) {
        followers.values().forEach(follower -> follower.tell(deltas(follower, photo, after, operations)));
    }

    /** Operations in the words of one follower: its own by their seq, others' by the person. */
    Deltas deltas(Follower follower, PhotoRef photo, long after, List<StoredOperation> operations) {
        PersonId self = follower.annotator().person();
        return new Deltas(
                photo.handle(),
                photo.epoch(),
                after,
                after + operations.size(),
                operations.stream().map(operation -> delta(operation, self)).toList());
    }

    private Delta delta(StoredOperation operation, PersonId self) {
        List<ByteString> removed = operation.result().getRemovedList();
        Delta.Builder delta = Delta.newBuilder()
                .setRevision(operation.revision())
                .setParticipant(participants.applyAsInt(operation.person()))
                .setTimeMillis(operation.time().toEpochMilli())
                .setOperation(operation.change())
                .addAllRemoved(removed);
        if (operation.person().equals(self)) {
            delta.setWriter(operation.writer()).setSeq(operation.seq());
        } else {
            delta.setPerson(operation.person().value());
        }
        return delta.build();
    }
}
