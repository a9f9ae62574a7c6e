package io.pinhole.protocol.widget;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Append;
import io.pinhole.protocol.proto.Create;
import io.pinhole.protocol.proto.Lock;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.Reorder;
import io.pinhole.protocol.proto.Update;
import io.pinhole.protocol.proto.Widgets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Operations from messages; what it does not know it refuses, as applying the rest would lose it in silence. */
final class OperationReader {

    private static final int ID_BYTES = 16;

    private OperationReader() {}

    static Operation read(OperationMessage message) throws RefusedException {
        return switch (message.getChangeCase()) {
            case CREATE -> create(known(message.getCreate()));
            case UPDATE -> update(known(message.getUpdate()));
            case APPEND -> append(known(message.getAppend()));
            case DELETE -> new Operation.Delete(ids(known(message.getDelete())));
            case RESTORE -> new Operation.Restore(ids(known(message.getRestore())));
            case CLEAR -> new Operation.Clear(known(message.getClear()).getAll());
            case REORDER -> reorder(known(message.getReorder()));
            case LOCK -> lock(known(message.getLock()));
            case CHANGE_NOT_SET -> throw new RefusedException(Code.BAD_REQUEST, "no operation that is known here");
        };
    }

    private static Operation create(Create m) throws RefusedException {
        return new Operation.Create(
                id(m.getWidget()), WidgetKind.of(m.getKind()), m.getZ(), FieldsCodec.read(m.getFields()));
    }

    private static Operation update(Update m) throws RefusedException {
        return new Operation.Update(id(m.getWidget()), FieldsCodec.read(m.getFields()));
    }

    private static Operation append(Append m) throws RefusedException {
        return new Operation.Append(id(m.getWidget()), Ink.of(known(m.getInk())));
    }

    private static Operation reorder(Reorder m) throws RefusedException {
        return new Operation.Reorder(id(m.getWidget()), m.getZ());
    }

    private static Operation lock(Lock m) throws RefusedException {
        return new Operation.Lock(id(m.getWidget()), m.getLocked());
    }

    private static List<WidgetId> ids(Widgets m) throws RefusedException {
        Set<WidgetId> ids = new LinkedHashSet<>();
        for (ByteString bytes : m.getWidgetsList()) {
            ids.add(id(bytes));
        }
        return List.copyOf(ids);
    }

    static WidgetId id(ByteString bytes) throws RefusedException {
        if (bytes.size() != ID_BYTES) {
            throw new RefusedException(Code.BAD_REQUEST, "a widget id of " + bytes.size() + " bytes");
        }
        return WidgetId.of(bytes.toByteArray());
    }

    static <M extends Message> M known(M message) throws RefusedException {
        if (!message.getUnknownFields().asMap().isEmpty()) {
            throw new RefusedException(
                    Code.WIDGET_FIELD,
                    "no field " + message.getUnknownFields().asMap().keySet() + " is known in "
                            + message.getDescriptorForType().getName());
        }
        return message;
    }
}
