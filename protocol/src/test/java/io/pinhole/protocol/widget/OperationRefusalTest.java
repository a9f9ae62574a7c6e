package io.pinhole.protocol.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.Append;
import io.pinhole.protocol.proto.Create;
import io.pinhole.protocol.proto.Ink;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.Reorder;
import io.pinhole.protocol.proto.Update;
import io.pinhole.protocol.proto.WidgetFields;
import io.pinhole.protocol.proto.WidgetKindValue;
import io.pinhole.protocol.proto.Widgets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are no operation, whatever they would be applied to. */
class OperationRefusalTest {

    private static final ByteString ID = ByteString.copyFrom(new byte[16]);
    private static final UnknownFieldSet UNKNOWN = UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();

    @Test
    void nothingOrNothingKnown() {
        refuses(Code.BAD_REQUEST, OperationMessage.getDefaultInstance());
        refuses(
                Code.BAD_REQUEST,
                OperationMessage.newBuilder().setUnknownFields(UNKNOWN).build());
        refuses(Code.BAD_REQUEST, message().setDelete(Widgets.getDefaultInstance()));
        refuses(Code.WIDGET_FIELD, message().setUpdate(update(WidgetFields.newBuilder())));
    }

    @Test
    void aFieldThatIsNotKnown() {
        refuses(
                Code.WIDGET_FIELD,
                message()
                        .setUpdate(update(WidgetFields.newBuilder().setStroke(1).setUnknownFields(UNKNOWN))));
        refuses(
                Code.WIDGET_FIELD,
                message().setDelete(Widgets.newBuilder().addWidgets(ID).setUnknownFields(UNKNOWN)));
        refuses(
                Code.WIDGET_FIELD,
                message().setUpdate(update(WidgetFields.newBuilder().setStampValue(9))));
        refuses(
                Code.WIDGET_FIELD,
                message().setUpdate(update(WidgetFields.newBuilder().setStampValue(0))));
    }

    @Test
    void aKindThatIsNotKnown() {
        Create.Builder create = Create.newBuilder().setWidget(ID).setZ("V");
        refuses(Code.WIDGET_KIND, message().setCreate(create));
        refuses(Code.WIDGET_KIND, message().setCreate(create.setKindValue(77)));
    }

    @Test
    void anIdOfAnotherLength() {
        refuses(
                Code.BAD_REQUEST,
                message()
                        .setReorder(
                                Reorder.newBuilder().setWidget(ID.substring(1)).setZ("V")));
        refuses(Code.BAD_REQUEST, message().setDelete(Widgets.newBuilder().addWidgets(ID.concat(ID))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "V0", "V-", "Ä", "VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV"})
    void aPlaceThatIsNone(String z) {
        refuses(
                Code.WIDGET_FIELD,
                message().setReorder(Reorder.newBuilder().setWidget(ID).setZ(z)));
        refuses(
                Code.WIDGET_FIELD,
                message()
                        .setCreate(Create.newBuilder()
                                .setWidget(ID)
                                .setKind(WidgetKindValue.WIDGET_LINE)
                                .setZ(z)));
    }

    @Test
    void numbersOutOfRange() {
        for (WidgetFields.Builder fields : List.of(
                WidgetFields.newBuilder().setRotation(36_001),
                WidgetFields.newBuilder().setRotation(-36_001),
                WidgetFields.newBuilder().setWidth(65_536),
                WidgetFields.newBuilder().setWidth(-1),
                WidgetFields.newBuilder().setOpacity(256),
                WidgetFields.newBuilder().setFontSize(0),
                WidgetFields.newBuilder().setFontSize(65_536),
                WidgetFields.newBuilder().setNumber(10_000))) {
            refuses(Code.WIDGET_FIELD, message().setUpdate(update(fields)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\r\nb", "\u0000", "\u0085", "\u202E", "\u2066", "\u2028"})
    void textWithHiddenCharacters(String text) {
        refuses(
                Code.BAD_TEXT,
                message().setUpdate(update(WidgetFields.newBuilder().setText(text))));
    }

    @Test
    void textThatIsTooLong() throws Exception {
        String most = "\uD83D\uDE00".repeat(2_000);
        Operation.of(message()
                .setUpdate(update(WidgetFields.newBuilder().setText(most)))
                .build());
        refuses(
                Code.BAD_TEXT,
                message().setUpdate(update(WidgetFields.newBuilder().setText(most + "!"))));
    }

    @Test
    void inkThatIsNone() {
        refuses(Code.BAD_GEOMETRY, append(4));
        refuses(Code.BAD_GEOMETRY, append(4, 1, 2, 3));
        refuses(Code.BAD_GEOMETRY, append(9, 1, 2));
        refuses(Code.BAD_GEOMETRY, append(-1, 1, 2));
        refuses(Code.BAD_GEOMETRY, append(0, 196_606, 0));
        refuses(Code.BAD_GEOMETRY, append(4, 12_287, 0, 10, 0));
        refuses(Code.BAD_GEOMETRY, append(0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0));
        refuses(
                Code.TOO_MANY_POINTS,
                message()
                        .setAppend(Append.newBuilder()
                                .setWidget(ID)
                                .setInk(Ink.newBuilder().addAllPoints(Collections.nCopies(100_002, 0)))));
    }

    private static OperationMessage.Builder append(int shift, Integer... points) {
        return message()
                .setAppend(Append.newBuilder()
                        .setWidget(ID)
                        .setInk(Ink.newBuilder().setShift(shift).addAllPoints(List.of(points))));
    }

    private static Update.Builder update(WidgetFields.Builder fields) {
        return Update.newBuilder().setWidget(ID).setFields(fields);
    }

    private static OperationMessage.Builder message() {
        return OperationMessage.newBuilder();
    }

    private static void refuses(Code code, OperationMessage.Builder message) {
        refuses(code, message.build());
    }

    private static void refuses(Code code, OperationMessage message) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> Operation.of(message));
        assertThat(refused).as(message.toString()).isNotNull();
        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    }
}
