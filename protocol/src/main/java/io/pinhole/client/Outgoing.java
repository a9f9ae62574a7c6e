package io.pinhole.client;

import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.widget.Operation;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One's own operations that the relay has not answered, in one order over all photos of the call. Sent in that order,
 * several before an answer; when the relay lacks one, or another epoch began, everything unanswered is sent again, but
 * only once nothing is on its way any more. On the client's loop.
 */
final class Outgoing {

    static final int MAX_BATCH = 64;
    static final int MAX_UNANSWERED = 128;

    /** Batches whose results, as large as they may be, a relay keeps for a line that is slow. */
    static final int MAX_FLIGHTS = 3;

    /** Of one operation: the ids of all widgets that a photo may have. */
    static final int MAX_OPERATION_BYTES = 48 * 1024;

    /** Of a batch of more than one. */
    static final int MAX_BATCH_BYTES = 32 * 1024;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Outbox outbox;
    private final NavigableMap<Long, OwnOperation> kept = new TreeMap<>();
    private final Flights flights = new Flights();
    private final OperationPace pace = new OperationPace();
    private long writer;
    private long lastSeq;
    private long lastSent;
    private boolean again;

    /** By what the relay knows a photo and its log on this connection. */
    record Place(int handle, long epoch) {}

    /** What goes to the relay, and which of one's operations that are. */
    record Batch(Operations frame, List<OwnOperation> operations) {}

    /** Goes on with what is kept. */
    Outgoing(Outbox outbox) {
        this.outbox = outbox;
        Outbox.Contents contents = outbox.contents();
        writer = contents.writer();
        lastSeq = contents.lastSeq();
        contents.operations().forEach(operation -> {
            OwnOperation own = new OwnOperation(operation.photo(), operation.operation(), new CompletableFuture<>());
            own.number(operation.seq());
            kept.put(operation.seq(), own);
        });
        if (writer == 0) {
            begin();
        }
    }

    long writer() {
        return writer;
    }

    /** Oldest first. */
    Collection<OwnOperation> kept() {
        return List.copyOf(kept.values());
    }

    @Nullable OwnOperation kept(long seq) {
        return kept.get(seq);
    }

    /** @param stored completes with its revision */
    OwnOperation add(PhotoId photo, Operation operation, CompletableFuture<Long> stored) {
        OwnOperation own = new OwnOperation(photo, operation, stored);
        keep(own);
        return own;
    }

    /** The relay has said what became of it. */
    void answered(OwnOperation own) {
        kept.remove(own.seq());
        flights.answered(own.seq());
        outbox.forget(own.seq());
    }

    /** What became of it was known before. */
    void answeredAgain(long seq) {
        flights.answered(seq);
    }

    /** Not applied and not remembered by the relay: it must be sent again. */
    void returned(long seq) {
        flights.answered(seq);
        again = true;
    }

    /** The relay does not say what became of this one and all that follow it in its batch. */
    void returnedFrom(long seq) {
        flights.refusedFrom(seq);
        again = true;
    }

    /** Whether nothing that is kept comes before: what the relay lacks there is gone, and it needs another writer. */
    boolean isFirst(long seq) {
        return !kept.isEmpty() && kept.firstKey() == seq;
    }

    /** Another writer's number from now on; nothing that is kept was applied under the old one. */
    void renew() {
        List<OwnOperation> all = new ArrayList<>(kept.values());
        kept.clear();
        flights.clear();
        begin();
        all.forEach(this::keep);
    }

    /** A new connection, or none: everything that is kept will be sent again. */
    void restart() {
        flights.clear();
        again = true;
    }

    static boolean isTooLong(Operation operation) {
        return operation.toMessage().getSerializedSize() > MAX_OPERATION_BYTES;
    }

    /** Sends all that may go now. */
    void send(Function<OwnOperation, Optional<Place>> places, long now, Consumer<Batch> line) {
        for (var batch = next(places, now); batch.isPresent(); batch = next(places, now)) {
            line.accept(batch.get());
        }
    }

    private Optional<Batch> next(Function<OwnOperation, Optional<Place>> places, long now) {
        if (again && flights.isEmpty()) {
            again = false;
            lastSent = kept.isEmpty() ? lastSeq : kept.firstKey() - 1;
        }
        int room = (int) Math.min(pace.room(now), MAX_UNANSWERED - flights.operations());
        if (again || room <= 0 || flights.count() >= MAX_FLIGHTS) {
            return Optional.empty();
        }
        List<OwnOperation> operations = head(Math.min(room, MAX_BATCH));
        return operations.isEmpty()
                ? Optional.empty()
                : places.apply(operations.get(0)).map(place -> send(operations, place, now));
    }

    /** How long until more may go; 0 if it is not the pace that holds it back. */
    long waitMillis(long now) {
        return kept.tailMap(lastSent, false).isEmpty() ? 0 : pace.waitMillis(now);
    }

    private Batch send(List<OwnOperation> operations, Place place, long now) {
        long first = operations.get(0).seq();
        List<OperationMessage> messages =
                operations.stream().map(Outgoing::message).toList();
        operations.forEach(own -> own.sent(place.epoch));
        pace.took(operations.size(), now);
        flights.sent(first, operations.size());
        lastSent = first + operations.size() - 1;
        return new Batch(new Operations(place.handle, place.epoch, writer, first, messages), operations);
    }

    /**
     * The next ones that are not sent, all on one photo, with numbers that follow each other: what was sent over an
     * earlier connection may be answered on this one, and then those before it may still be open.
     */
    private List<OwnOperation> head(int most) {
        List<OwnOperation> head = new ArrayList<>();
        int bytes = 0;
        for (OwnOperation own : kept.tailMap(lastSent, false).values()) {
            bytes += message(own).getSerializedSize();
            if (head.size() == most || !(head.isEmpty() || (bytes <= MAX_BATCH_BYTES && follows(own, head)))) {
                break;
            }
            head.add(own);
        }
        return head;
    }

    private static boolean follows(OwnOperation next, List<OwnOperation> head) {
        OwnOperation last = head.get(head.size() - 1);
        return next.seq() == last.seq() + 1 && next.photo().equals(last.photo());
    }

    /** What is abandoned only uses up its number: the relay refuses it. */
    private static OperationMessage message(OwnOperation own) {
        return own.isAbandoned()
                ? new Operation.Delete(List.of(WidgetId.random())).toMessage()
                : own.operation().toMessage();
    }

    private void keep(OwnOperation own) {
        own.number(++lastSeq);
        kept.put(lastSeq, own);
        outbox.keep(own.kept());
    }

    private void begin() {
        do {
            writer = RANDOM.nextLong();
        } while (writer == 0);
        lastSeq = 0;
        lastSent = 0;
        outbox.begin(writer);
    }
}
