package io.pinhole.client;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.RefusalMessage;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a relay does with the operations on one photo, as simply as can be: orders them, keeps their results. */
final class TestOffice {

    static final int PHOTO = 7;

    final List<Delta> log = new ArrayList<>();
    final Map<Integer, PersonId> people = new HashMap<>();
    long epoch = 1;
    WidgetState state = WidgetState.EMPTY;

    private final Map<Long, Map<Long, OperationResult>> results = new HashMap<>();
    private final Map<Long, Map<Long, OperationMessage>> contents = new HashMap<>();

    long revision() {
        return log.isEmpty() ? 0 : log.get(log.size() - 1).getRevision();
    }

    OperationResults take(Operations frame, int participant) {
        List<OperationResult> answers = new ArrayList<>();
        Map<Long, OperationResult> kept = results.computeIfAbsent(frame.writer(), writer -> new HashMap<>());
        long seq = frame.firstSeq();
        for (OperationMessage message : frame.operations()) {
            if (frame.epoch() != epoch && !kept.containsKey(seq)) {
                answers.add(refused(seq, Code.EPOCH_CHANGED));
            } else if (seq > kept.size() + 1) {
                answers.add(refused(seq, Code.OPERATION_GAP));
                break;
            } else {
                answers.add(answer(frame.writer(), seq, message, participant));
            }
            seq++;
        }
        return new OperationResults(PHOTO, frame.writer(), answers);
    }

    private OperationResult answer(long writer, long seq, OperationMessage message, int participant) {
        Map<Long, OperationMessage> content = contents.computeIfAbsent(writer, by -> new HashMap<>());
        OperationMessage before = content.putIfAbsent(seq, message);
        if (before != null && !before.equals(message)) {
            return refused(seq, Code.OPERATION_CONFLICT);
        }
        Map<Long, OperationResult> kept = results.get(writer);
        OperationResult known = kept.get(seq);
        if (known == null) {
            known = apply(writer, seq, message, participant);
            kept.put(seq, known);
        }
        return known;
    }

    private OperationResult apply(long writer, long seq, OperationMessage message, int participant) {
        long next = revision() + 1;
        try {
            Context at = new Context(next, people.get(participant), false, 1000 + next, Limits.DEFAULT);
            var applied = state.apply(Operation.of(message), at);
            state = applied.state();
            log.add(Delta.newBuilder()
                    .setRevision(next)
                    .setParticipant(participant)
                    .setTimeMillis(1000 + next)
                    .setWriter(writer)
                    .setSeq(seq)
                    .setOperation(message)
                    .build());
            return OperationResult.newBuilder().setSeq(seq).setRevision(next).build();
        } catch (RefusedException e) {
            return refused(seq, e.code());
        }
    }

    private static OperationResult refused(long seq, Code code) {
        return OperationResult.newBuilder()
                .setSeq(seq)
                .setRefusal(RefusalMessage.newBuilder().setCode(code.number()))
                .build();
    }

    Snapshot snapshot() {
        return new Snapshot(PHOTO, epoch, revision(), state.toSnapshot());
    }

    ServerFrame have(HavePhoto have) {
        return have.epoch() == epoch ? since(have.revision()) : snapshot();
    }

    Deltas since(long after) {
        return new Deltas(PHOTO, epoch, after, revision(), log.subList((int) after, log.size()));
    }

    /** As {@link #since}, without what later ones supersede. */
    Deltas merged(long after) {
        List<Delta> all = log.subList((int) after, log.size());
        List<Delta> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Delta delta = all.get(i);
            if (all.subList(i + 1, all.size()).stream().noneMatch(later -> supersedes(later, delta))) {
                rest.add(delta);
            }
        }
        return new Deltas(PHOTO, epoch, after, revision(), rest);
    }

    private static boolean supersedes(Delta later, Delta earlier) {
        return operation(later).supersedes(operation(earlier));
    }

    static Operation operation(Delta delta) {
        try {
            return Operation.of(delta.getOperation());
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** The log is lost from a revision on, as after a power cut. */
    void lose(int revisions) {
        List<Delta> rest = List.copyOf(log.subList(0, Math.max(0, log.size() - revisions)));
        log.clear();
        state = WidgetState.EMPTY;
        epoch++;
        for (Delta delta : rest) {
            Context at =
                    Context.committed(delta.getRevision(), people.get(delta.getParticipant()), delta.getTimeMillis());
            try {
                state = state.apply(operation(delta), at).state();
            } catch (RefusedException e) {
                throw new AssertionError(e);
            }
            log.add(delta);
        }
        results.forEach((writer, kept) -> kept.values().stream()
                .filter(result -> result.getRevision() > revision())
                .mapToLong(OperationResult::getSeq)
                .min()
                .ifPresent(first -> {
                    kept.keySet().removeIf(seq -> seq >= first);
                    contents.get(writer).keySet().removeIf(seq -> seq >= first);
                }));
    }
}
