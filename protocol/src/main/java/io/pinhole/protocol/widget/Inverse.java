package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.WidgetId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What takes an operation of one's own back, as far as nobody else has worked on it since.
 *
 * @param revision of the operation
 * @param held which revision each field that it wrote had held before
 */
public record Inverse(Operation operation, long revision, Map<Slot, Long> held) {

    public Inverse {
        held = Map.copyOf(held);
    }

    /**
     * @param before the state that it was applied to
     * @return empty if it changed nothing
     */
    public static Optional<Inverse> of(Operation done, long revision, WidgetState before, Applied applied) {
        if (applied.changed().isEmpty()) {
            return Optional.empty();
        }
        Operation inverse = done.accept(new Inversion(before, applied));
        Map<Slot, Long> held = new HashMap<>();
        for (WidgetId widget : applied.changed()) {
            for (Field field : written(inverse)) {
                held.put(new Slot(widget, field), before.fieldRevision(widget, field));
            }
        }
        return Optional.of(new Inverse(inverse, revision, held));
    }

    /** What of it may be done now without taking another person's work away; empty: nothing, skip it and say so. */
    public Optional<Operation> in(WidgetState now, OwnWork own) {
        return operation.accept(new StillOwn(now, own, revision));
    }

    private static Set<Field> written(Operation operation) {
        if (operation instanceof Operation.Update update) {
            return update.fields().names();
        }
        if (operation instanceof Operation.Reorder) {
            return EnumSet.of(Field.Z);
        }
        return EnumSet.of(operation instanceof Operation.Lock ? Field.LOCK : Field.DELETED);
    }

    /** The operation that does the contrary. */
    private record Inversion(WidgetState before, Applied applied)
            implements Operation.Handler<Operation, RuntimeException> {

        @Override
        public Operation on(Operation.Create create) {
            return new Operation.Delete(List.of(create.widget()));
        }

        @Override
        public Operation on(Operation.Update update) {
            return earlier(update.widget(), update.fields().names());
        }

        @Override
        public Operation on(Operation.Append append) {
            return earlier(append.widget(), EnumSet.of(Field.INK));
        }

        @Override
        public Operation on(Operation.Delete delete) {
            return new Operation.Restore(applied.removed());
        }

        @Override
        public Operation on(Operation.Restore restore) {
            return new Operation.Delete(restore.widgets());
        }

        @Override
        public Operation on(Operation.Clear clear) {
            return new Operation.Restore(applied.removed());
        }

        @Override
        public Operation on(Operation.Reorder reorder) {
            return new Operation.Reorder(
                    reorder.widget(), changed(reorder.widget()).z());
        }

        @Override
        public Operation on(Operation.Lock lock) {
            return new Operation.Lock(lock.widget(), changed(lock.widget()).lockedBy() != null);
        }

        private Operation earlier(WidgetId widget, Set<Field> fields) {
            return new Operation.Update(widget, changed(widget).values(fields));
        }

        private Widget changed(WidgetId widget) {
            return before.widget(widget).orElseThrow();
        }
    }
}
