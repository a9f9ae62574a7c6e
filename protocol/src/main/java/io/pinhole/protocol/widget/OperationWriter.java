package io.pinhole.protocol.widget;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Append;
import io.pinhole.protocol.proto.Clear;
import io.pinhole.protocol.proto.Create;
import io.pinhole.protocol.proto.Lock;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.Reorder;
import io.pinhole.protocol.proto.Update;
import io.pinhole.protocol.proto.Widgets;
import java.util.List;

/** Operations to messages. */
final class OperationWriter implements Operation.Handler<OperationMessage.Builder, RuntimeException> {

    private static final OperationWriter WRITER = new OperationWriter();

    private OperationWriter() {}

    static OperationMessage write(Operation operation) {
        return operation.accept(WRITER).build();
    }

    @Override
    public OperationMessage.Builder on(Operation.Create create) {
        return message()
                .setCreate(Create.newBuilder()
                        .setWidget(bytes(create.widget()))
                        .setKind(create.kind().value())
                        .setZ(create.z())
                        .setFields(FieldsCodec.write(create.fields())));
    }

    @Override
    public OperationMessage.Builder on(Operation.Update update) {
        return message()
                .setUpdate(Update.newBuilder()
                        .setWidget(bytes(update.widget()))
                        .setFields(FieldsCodec.write(update.fields())));
    }

    @Override
    public OperationMessage.Builder on(Operation.Append append) {
        return message()
                .setAppend(Append.newBuilder()
                        .setWidget(bytes(append.widget()))
                        .setInk(append.ink().toMessage()));
    }

    @Override
    public OperationMessage.Builder on(Operation.Delete delete) {
        return message().setDelete(widgets(delete.widgets()));
    }

    @Override
    public OperationMessage.Builder on(Operation.Restore restore) {
        return message().setRestore(widgets(restore.widgets()));
    }

    @Override
    public OperationMessage.Builder on(Operation.Clear clear) {
        return message().setClear(Clear.newBuilder().setAll(clear.all()));
    }

    @Override
    public OperationMessage.Builder on(Operation.Reorder reorder) {
        return message()
                .setReorder(
                        Reorder.newBuilder().setWidget(bytes(reorder.widget())).setZ(reorder.z()));
    }

    @Override
    public OperationMessage.Builder on(Operation.Lock lock) {
        return message()
                .setLock(Lock.newBuilder().setWidget(bytes(lock.widget())).setLocked(lock.locked()));
    }

    private static OperationMessage.Builder message() {
        return OperationMessage.newBuilder();
    }

    private static Widgets widgets(List<WidgetId> ids) {
        return Widgets.newBuilder()
                .addAllWidgets(ids.stream().map(OperationWriter::bytes).toList())
                .build();
    }

    static ByteString bytes(WidgetId id) {
        return ByteString.copyFrom(id.bytes());
    }
}
