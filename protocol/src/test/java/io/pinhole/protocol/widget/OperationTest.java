package io.pinhole.protocol.widget;

import static io.pinhole.protocol.widget.Scene.BOX;
import static io.pinhole.protocol.widget.Scene.create;
import static io.pinhole.protocol.widget.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.proto.OperationMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations to messages and back, and which of them supersede others. */
class OperationTest {

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (WidgetKind kind : WidgetKind.values()) {
            operations.add(create(1, kind));
        }
        operations.add(new Operation.Update(id(1), everyField()));
        operations.add(new Operation.Append(id(2), Ink.of(0, 196_605, -196_605, 0, 0)));
        operations.add(new Operation.Delete(List.of(id(1), id(2))));
        operations.add(new Operation.Restore(List.of(id(1))));
        operations.add(new Operation.Clear(true));
        operations.add(new Operation.Clear(false));
        operations.add(new Operation.Reorder(id(1), "Vz1"));
        operations.add(new Operation.Lock(id(1), true));
        operations.add(new Operation.Lock(id(1), false));
        return operations;
    }

    static Fields everyField() {
        return Fields.builder()
                .geometry(new Geometry(-65_535, 131_070, 5, -7))
                .ink(Scene.INK)
                .rotation(-36_000)
                .stroke(0xff102030)
                .fill(0)
                .width(65_535)
                .opacity(255)
                .text("zwei\nZeilen \uD83D\uDE00")
                .fontSize(1)
                .number(9_999)
                .stamp(Stamp.WARNING)
                .build();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void readAsItWasWritten(Operation operation) throws Exception {
        byte[] bytes = operation.toMessage().toByteArray();
        assertThat(Operation.of(OperationMessage.parseFrom(bytes))).isEqualTo(operation);
    }

    @Test
    void aWidgetNamedTwiceIsNamedOnce() throws Exception {
        Operation twice = new Operation.Delete(List.of(id(1), id(1)));
        assertThat(Operation.of(twice.toMessage())).isEqualTo(new Operation.Delete(List.of(id(1))));
    }

    @Test
    void anUpdateSupersedesOneOfTheSameFieldsOrFewer() {
        Operation colour = update(1, Fields.builder().stroke(1));
        Operation colours = update(1, Fields.builder().stroke(2).fill(3));

        assertThat(colours.supersedes(colour)).isTrue();
        assertThat(colour.supersedes(colours)).isFalse();
        assertThat(update(2, Fields.builder().stroke(2)).supersedes(colour)).isFalse();
        assertThat(colour.supersedes(update(1, Fields.builder().geometry(BOX)))).isFalse();
    }

    @Test
    void onlyOrderIsSupersededBesides() {
        assertThat(new Operation.Reorder(id(1), "W").supersedes(new Operation.Reorder(id(1), "X")))
                .isTrue();
        assertThat(new Operation.Reorder(id(1), "W").supersedes(new Operation.Reorder(id(2), "X")))
                .isFalse();
        Operation ink = update(1, Fields.builder().ink(Scene.INK));
        assertThat(ink.supersedes(ink)).isFalse();
        for (Operation operation : operations()) {
            if (!(operation instanceof Operation.Reorder)) {
                assertThat(operation.supersedes(operation))
                        .as(operation.toString())
                        .isFalse();
            }
        }
    }

    private static Operation update(long number, Fields.Builder fields) {
        return new Operation.Update(id(number), fields.build());
    }
}
