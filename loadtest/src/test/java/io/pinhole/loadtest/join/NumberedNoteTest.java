package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.Update;
import io.pinhole.protocol.proto.WidgetFields;
import org.junit.jupiter.api.Test;

class NumberedNoteTest {

    private static final NumberedNote NOTE = new NumberedNote(17, -123_456_789_012L);

    @Test
    void aNoteIsKnownByItsText() {
        String text = NOTE.text(56);
        assertThat(text).hasSize(56).doesNotContain("\n");
        assertThat(NumberedNote.of(text)).hasValue(NOTE);
        assertThat(new NumberedNote(18, 0).text(56).substring(20)).isNotEqualTo(text.substring(20));
    }

    @Test
    void theLongestNumbersFitIntoTheShortestText() {
        NumberedNote longest = new NumberedNote(999_999_999, Long.MIN_VALUE);
        assertThat(longest.text(NumberedNote.MIN_CHARACTERS)).hasSize(NumberedNote.MIN_CHARACTERS);
        assertThat(NumberedNote.of(longest.text(NumberedNote.MIN_CHARACTERS))).hasValue(longest);
    }

    @Test
    void itIsFoundInWhatOthersDid() {
        assertThat(NumberedNote.of(delta(NOTE.text(80)))).hasValue(NOTE);
        assertThat(NumberedNote.of(delta("note of a person"))).isEmpty();
        assertThat(NumberedNote.of(Delta.getDefaultInstance())).isEmpty();
    }

    private static Delta delta(String text) {
        WidgetFields fields = WidgetFields.newBuilder().setText(text).build();
        return Delta.newBuilder()
                .setOperation(OperationMessage.newBuilder()
                        .setUpdate(Update.newBuilder().setFields(fields)))
                .build();
    }
}
