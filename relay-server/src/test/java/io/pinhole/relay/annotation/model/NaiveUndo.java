package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Takes one's last step back without a look at what others have done since. */
final class NaiveUndo {

    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(PhotoId photo, WidgetId widget, Operation inverse) {}

    void willDo(PhotoId photo, Operation operation, WidgetState before) {
        if (operation instanceof Operation.Create create) {
            steps.push(new Step(photo, create.widget(), new Operation.Delete(List.of(create.widget()))));
        } else if (operation instanceof Operation.Update update) {
            before.widget(update.widget())
                    .map(widget -> widget.values(update.fields().names()))
                    .filter(values -> !values.isEmpty())
                    .ifPresent(values -> steps.push(
                            new Step(photo, update.widget(), new Operation.Update(update.widget(), values))));
        }
    }

    /** If there is still something to be taken back. */
    Optional<Operation> next(PhotoId photo, WidgetState now) {
        Step last = steps.poll();
        return last != null && last.photo.equals(photo) && canBe(last, now)
                ? Optional.of(last.inverse)
                : Optional.empty();
    }

    private static boolean canBe(Step step, WidgetState now) {
        return now.widget(step.widget).isPresent()
                && (!(step.inverse instanceof Operation.Update update)
                        || update.fields().names().stream()
                                .allMatch(field -> now.fieldRevision(step.widget, field) != 0));
    }

    void clear() {
        steps.clear();
    }
}
