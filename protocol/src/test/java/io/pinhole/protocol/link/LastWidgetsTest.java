package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.Append;
import io.pinhole.protocol.proto.Create;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.Update;
import io.pinhole.protocol.proto.WidgetFields;
import io.pinhole.protocol.proto.Widgets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LastWidgetsTest {

    private static final ByteString ONE = ByteString.copyFrom(new byte[16]);
    private static final ByteString OTHER =
            ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    private final LastWidgets sender = new LastWidgets();
    private final LastWidgets receiver = new LastWidgets();

    @Test
    void who_goes_on_with_a_widget_does_not_name_it_again() throws WireException {
        assertNamed(1, create(ONE));
        assertLeftOut(1, update(ONE, "a"));
        assertLeftOut(1, append(ONE));
        assertNamed(1, update(OTHER, "b"));
        assertLeftOut(1, update(OTHER, "c"));
        assertNamed(1, update(ONE, "d"));
    }

    @Test
    void what_one_does_another_does_not_go_on_with() throws WireException {
        assertNamed(1, update(ONE, "a"));
        assertNamed(2, update(ONE, "b"));
        assertNamed(2, update(OTHER, "c"));
        assertLeftOut(1, update(ONE, "d"));
        assertLeftOut(2, update(OTHER, "e"));
    }

    @Test
    void a_widget_is_always_created_and_deleted_by_its_name() throws WireException {
        assertNamed(1, update(ONE, "a"));
        assertNamed(1, create(ONE));
        assertNamed(1, delete(ONE));
        assertLeftOut(1, update(ONE, "b"));
    }

    @Test
    void who_has_no_handle_names_it_always() throws WireException {
        assertNamed(32, update(ONE, "a"));
        assertNamed(32, update(ONE, "b"));
        assertNamed(-1, update(ONE, "c"));
    }

    @Test
    void nothing_goes_on_with_a_widget_that_was_never_named() {
        OperationMessage nameless = update(ByteString.EMPTY, "a");
        assertThatThrownBy(() -> receiver.restored(1, nameless))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("without its widget");
    }

    @Test
    void operations_of_a_link_are_as_they_were() throws WireException {
        Shorthand shorthand = new Shorthand(new OwnOperations());
        Longhand longhand = new Longhand(new OwnOperations());
        Operations operations = new Operations(1, 1, 7, 1, List.of(create(ONE), update(ONE, "a"), update(ONE, "b")));
        Operations said = (Operations) shorthand.of(operations);
        assertThat(said.operations().get(2).getUpdate().getWidget()).isEqualTo(ByteString.EMPTY);
        assertThat(longhand.of(said)).isEqualTo(operations);
    }

    private void assertNamed(int by, OperationMessage operation) throws WireException {
        OperationMessage said = sender.shortened(by, operation);
        assertThat(said).isEqualTo(operation);
        assertThat(receiver.restored(by, said)).isEqualTo(operation);
    }

    private void assertLeftOut(int by, OperationMessage operation) throws WireException {
        OperationMessage said = sender.shortened(by, operation);
        assertThat(said.getSerializedSize()).isEqualTo(operation.getSerializedSize() - 18);
        assertThat(receiver.restored(by, said)).isEqualTo(operation);
    }

    private static OperationMessage create(ByteString widget) {
        return OperationMessage.newBuilder()
                .setCreate(Create.newBuilder().setWidget(widget))
                .build();
    }

    private static OperationMessage update(ByteString widget, String text) {
        return OperationMessage.newBuilder()
                .setUpdate(Update.newBuilder()
                        .setWidget(widget)
                        .setFields(WidgetFields.newBuilder().setText(text)))
                .build();
    }

    private static OperationMessage append(ByteString widget) {
        return OperationMessage.newBuilder()
                .setAppend(Append.newBuilder().setWidget(widget))
                .build();
    }

    private static OperationMessage delete(ByteString widget) {
        return OperationMessage.newBuilder()
                .setDelete(Widgets.newBuilder().addWidgets(widget))
                .build();
    }
}
