package io.pinhole.protocol.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;

/** A photo that people of a test draw on: each accepted operation is the next revision. */
final class Scene {

    static final PersonId ANNA = new PersonId("anna");
    static final PersonId BEN = new PersonId("ben");

    /** May moderate. */
    static final PersonId EXPERT = new PersonId("expert");

    static final Geometry BOX = new Geometry(1000, 2000, 300, 400);
    static final Ink INK = Ink.of(4, 10, 20, 12, 25, 9, 30);

    WidgetState state = WidgetState.EMPTY;
    Limits limits = Limits.DEFAULT;
    long revision;

    static WidgetId id(long number) {
        return new WidgetId(0, number);
    }

    static long millis(long revision) {
        return 1_764_000_000_000L + 1_000 * revision;
    }

    /** A widget as simple as its kind allows. */
    static Operation.Create create(long number, WidgetKind kind) {
        Fields.Builder fields = Fields.builder();
        if (kind.isInk()) {
            fields.ink(INK);
        } else {
            fields.geometry(BOX);
        }
        if (kind == WidgetKind.STAMP) {
            fields.stamp(Stamp.CHECK);
        }
        return new Operation.Create(id(number), kind, "V", fields.build());
    }

    Applied apply(PersonId person, Operation operation) {
        try {
            Applied applied = state.apply(operation, at(person));
            state = applied.state();
            revision++;
            return applied;
        } catch (RefusedException e) {
            throw new AssertionError(operation + " was refused: " + e.code(), e);
        }
    }

    void refuses(Code code, PersonId person, Operation operation) {
        WidgetState before = state;
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> state.apply(operation, at(person)));
        assertThat(refused).as("refusal of " + operation).isNotNull();
        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
        assertThat(state).isSameAs(before);
    }

    Widget widget(long number) {
        return state.widget(id(number)).orElseThrow();
    }

    Context at(PersonId person) {
        return new Context(revision + 1, person, person.equals(EXPERT), millis(revision + 1), limits);
    }
}
