package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.relay.store.StoredHeads;
import java.util.HashMap;
import java.util.Map;

/**
 * Who writes under which number in a call, and how far each has come: with what is durable, and with what waits to be.
 * Owned by the call's thread.
 */
final class Writers {

    /** The relay's own number, for what it does of itself. */
    static final long RELAY = 0;

    static final PersonId RELAY_PERSON = new PersonId("pinhole");

    /** One for each installation of its client: more is no person. */
    private static final int MAX_PER_PERSON = 64;

    private final Map<Long, Writer> writers = new HashMap<>();

    private static final class Writer {

        private final PersonId person;
        private long durable;
        private long decided;

        Writer(PersonId person, long lastSeq) {
            this.person = person;
            durable = lastSeq;
            decided = lastSeq;
        }
    }

    Writers(Map<Long, StoredHeads.Writer> stored) {
        stored.forEach((number, writer) -> writers.put(number, new Writer(writer.person(), writer.lastSeq())));
    }

    /** @throws RefusedException OPERATION_WRITER if this person may not write under this number */
    void require(long number, PersonId person) throws RefusedException {
        Writer writer = writers.get(number);
        if (number == RELAY || (writer != null && !writer.person.equals(person))) {
            throw new RefusedException(Code.OPERATION_WRITER, "the writer's number is somebody else's");
        }
        if (writer == null && count(person) >= MAX_PER_PERSON) {
            throw new RefusedException(Code.OPERATION_WRITER, "more than " + MAX_PER_PERSON + " writers of one person");
        }
    }

    /** The seq that a writer must use next. */
    long next(long number) {
        Writer writer = writers.get(number);
        return writer == null ? 1 : writer.decided + 1;
    }

    /** A seq was decided, and waits to be durable. */
    void decided(long number, PersonId person, long seq) {
        writers.computeIfAbsent(number, n -> new Writer(person, 0)).decided = seq;
    }

    void durable(long number, long seq) {
        Writer writer = writers.get(number);
        assert writer != null : "never decided";
        writer.durable = seq;
    }

    /** Nothing that waited will be durable. */
    void rollBack() {
        writers.values().forEach(writer -> writer.decided = writer.durable);
        writers.values().removeIf(writer -> writer.durable == 0);
    }

    private long count(PersonId person) {
        return writers.values().stream()
                .filter(writer -> writer.person.equals(person))
                .count();
    }
}
