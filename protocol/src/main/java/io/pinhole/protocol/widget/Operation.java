package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationMessage;
import java.util.List;

/** One change to a photo's widgets. */
public sealed interface Operation {

    record Create(WidgetId widget, WidgetKind kind, String z, Fields fields) implements Operation {
        @Override
        public <R, X extends Exception> R accept(Handler<R, X> handler) throws X {
            return handler.on(this);
        }
    }

    record Update(WidgetId widget, Fields fields) implements Operation {
        @Override
        public <R, X extends Exception> R accept(Handler<R, X> handler) throws X {
            return handler.on(this);
        }
    }

    /** Goes on with a stroke. */
    record Append(WidgetId widget, Ink ink) implements Operation {
        @Override
        public <R, X extends Exception> R accept(Handler<R, X> handler) throws X {
            return handler.on(this);
        }
    }

    record Delete(List<WidgetId> widgets) implements Operation {
        public Delete {
            widgets = List.copyOf(widgets);
        }

        @Override
        public <R, X extends Exception> R accept(Handler<R, X> handler) throws X {
            return handler.on(this);
        }
    }

    /** Takes back what one has deleted. */
    record Restore(List<WidgetId> widgets) implements Operation {
        public Restore {
            widgets = List.copyOf(widgets);
        }

        @Override
        public <R, X extends Exception> R accept(Handler<R, X> handler) throws X {
            return handler.on(this);
        }
    }

    /** Deletes all widgets, or all of one's own. */
    record Clear(boolean all) implements Operation {
        @Override
        public <R, X extends Exception> R accept(Handler<R, X> handler) throws X {
            return handler.on(this);
        }
    }

    record Reorder(WidgetId widget, String z) implements Operation {
        @Override
        public <R, X extends Exception> R accept(Handler<R, X> handler) throws X {
            return handler.on(this);
        }
    }

    /** Locks or unlocks. */
    record Lock(WidgetId widget, boolean locked) implements Operation {
        @Override
        public <R, X extends Exception> R accept(Handler<R, X> handler) throws X {
            return handler.on(this);
        }
    }

    /** @throws RefusedException if the message is no operation that could ever be applied */
    static Operation of(OperationMessage message) throws RefusedException {
        Operation operation = OperationReader.read(message);
        ValueRules.check(operation);
        return operation;
    }

    default OperationMessage toMessage() {
        return OperationWriter.write(this);
    }

    /** Whether a replica that gets this one comes to the same without the earlier one. Never so of locks: clear looks at them. */
    default boolean supersedes(Operation earlier) {
        if (this instanceof Update update && earlier instanceof Update before) {
            return update.widget().equals(before.widget())
                    && !before.fields().has(Field.INK) // an append between them may go on from it
                    && update.fields().names().containsAll(before.fields().names());
        }
        return this instanceof Reorder reorder
                && earlier instanceof Reorder before
                && reorder.widget().equals(before.widget());
    }

    /** Whether it takes the right to moderate, whosever the widgets are. */
    default boolean isForModerators() {
        return this instanceof Lock || (this instanceof Clear clear && clear.all());
    }

    <R, X extends Exception> R accept(Handler<R, X> handler) throws X;

    /** Answers each kind of operation. */
    interface Handler<R, X extends Exception> {
        R on(Create create) throws X;

        R on(Update update) throws X;

        R on(Append append) throws X;

        R on(Delete delete) throws X;

        R on(Restore restore) throws X;

        R on(Clear clear) throws X;

        R on(Reorder reorder) throws X;

        R on(Lock lock) throws X;
    }
}
