package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.WidgetId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The part of an inverse operation that touches nobody else's work. */
record StillOwn(WidgetState now, OwnWork own, long revision)
        implements Operation.Handler<Optional<Operation>, RuntimeException> {

    @Override
    public Optional<Operation> on(Operation.Create create) {
        return Optional.empty(); // takes nothing back
    }

    @Override
    public Optional<Operation> on(Operation.Append append) {
        return Optional.empty(); // takes nothing back
    }

    @Override
    public Optional<Operation> on(Operation.Clear clear) {
        return Optional.empty(); // takes nothing back
    }

    @Override
    public Optional<Operation> on(Operation.Update update) {
        Set<Field> held = EnumSet.noneOf(Field.class);
        for (Field field : update.fields().names()) {
            if (isHeld(update.widget(), field)) {
                held.add(field);
            }
        }
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Operation.Update(update.widget(), update.fields().only(held)));
    }

    @Override
    public Optional<Operation> on(Operation.Delete delete) {
        List<WidgetId> widgets = those(delete.widgets(), this::isUntouched);
        return widgets.isEmpty() ? Optional.empty() : Optional.of(new Operation.Delete(widgets));
    }

    @Override
    public Optional<Operation> on(Operation.Restore restore) {
        List<WidgetId> widgets = those(
                restore.widgets(),
                id -> now.tombstone(id).isPresent() && own.holds(now, new Slot(id, Field.DELETED), revision));
        return widgets.isEmpty() ? Optional.empty() : Optional.of(new Operation.Restore(widgets));
    }

    @Override
    public Optional<Operation> on(Operation.Reorder reorder) {
        return isHeld(reorder.widget(), Field.Z) ? Optional.of(reorder) : Optional.empty();
    }

    @Override
    public Optional<Operation> on(Operation.Lock lock) {
        return isHeld(lock.widget(), Field.LOCK) ? Optional.of(lock) : Optional.empty();
    }

    private boolean isHeld(WidgetId id, Field field) {
        return now.widget(id).isPresent() && own.holds(now, new Slot(id, field), revision);
    }

    /** Whether nobody else has changed anything of it since. */
    private boolean isUntouched(WidgetId id) {
        return now.widget(id).isPresent()
                && EnumSet.allOf(Field.class).stream()
                        .allMatch(field -> own.holdsOwnSince(now, new Slot(id, field), revision));
    }

    private static List<WidgetId> those(List<WidgetId> widgets, Predicate<WidgetId> kept) {
        return widgets.stream().filter(kept).toList();
    }
}
