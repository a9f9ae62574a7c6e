package io.pinhole.protocol.link;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.OperationMessage;
import org.jspecify.annotations.Nullable;

/**
 * The widget that each person last created, updated or appended to, as said one way over this connection. Who moves or
 * writes something does it in many small steps, and the 16 bytes of its id would be said with each: what goes on with the
 * same widget leaves it out.
 */
final class LastWidgets {

    private final @Nullable ByteString[] last = new @Nullable ByteString[Voice.MAX_SPEAKERS];

    /**
     * What is to be written.
     *
     * @param by participant handle; 0 for the client's own
     */
    OperationMessage shortened(int by, OperationMessage operation) {
        if (isUnknown(by)) {
            return operation;
        }
        ByteString widget = widgetOf(operation);
        boolean same = widget.equals(last[by]);
        if (!widget.isEmpty()) {
            last[by] = widget;
        }
        return same && mayLeaveOut(operation) ? with(operation, ByteString.EMPTY) : operation;
    }

    /** @throws WireException MALFORMED if none was said before */
    OperationMessage restored(int by, OperationMessage operation) throws WireException {
        if (isUnknown(by)) {
            return operation;
        }
        ByteString widget = widgetOf(operation);
        if (!widget.isEmpty()) {
            last[by] = widget;
        } else if (mayLeaveOut(operation)) {
            ByteString before = last[by];
            if (before == null) {
                throw WireException.malformed("an operation without its widget, and none before it");
            }
            return with(operation, before);
        }
        return operation;
    }

    private boolean isUnknown(int by) {
        return by < 0 || by >= last.length;
    }

    private static boolean mayLeaveOut(OperationMessage operation) {
        return operation.hasUpdate() || operation.hasAppend();
    }

    private static ByteString widgetOf(OperationMessage operation) {
        return switch (operation.getChangeCase()) {
            case CREATE -> operation.getCreate().getWidget();
            case UPDATE -> operation.getUpdate().getWidget();
            case APPEND -> operation.getAppend().getWidget();
            default -> ByteString.EMPTY;
        };
    }

    private static OperationMessage with(OperationMessage operation, ByteString widget) {
        OperationMessage.Builder other = operation.toBuilder();
        if (operation.hasUpdate()) {
            other.getUpdateBuilder().setWidget(widget);
        } else {
            other.getAppendBuilder().setWidget(widget);
        }
        return other.build();
    }
}
