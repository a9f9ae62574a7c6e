package io.pinhole.loadtest.poor.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.pinhole.loadtest.join.NumberedFrame;
import io.pinhole.loadtest.poor.plain.Message.Note;
import io.pinhole.loadtest.poor.plain.Message.Piece;
import io.pinhole.loadtest.poor.plain.Message.Voice;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final NumberedFrame NUMBER = new NumberedFrame(7, -5);

    @Test
    void voiceAndNotesHaveTheBytesThatTheyShould() {
        ByteBuf voice = written(new Voice(NUMBER, 40));
        assertThat(voice.readableBytes()).isEqualTo(41);
        assertThat(Message.read(voice)).isEqualTo(new Voice(NUMBER, 40));
        ByteBuf note = written(new Note(NUMBER, 68));
        assertThat(note.readableBytes()).isEqualTo(81);
        assertThat(Message.read(note)).isEqualTo(new Note(NUMBER, 68));
    }

    @Test
    void aPieceSaysWhereItBelongs() {
        UUID photo = new UUID(1, 2);
        ByteBuf bytes = Unpooled.wrappedBuffer(new byte[] {1, 2, 3});
        Message read = Message.read(written(new Piece(photo, false, 100, 300, bytes)));
        assertThat(read).isEqualTo(new Piece(photo, false, 100, 300, bytes));
        assertThat(((Piece) read).rendition()).isEqualTo("working");
    }

    @Test
    void whatIsNoMessageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.read(Unpooled.wrappedBuffer(new byte[] {9})))
                .withMessageContaining("unknown");
    }

    private static ByteBuf written(Message message) {
        ByteBuf out = Unpooled.buffer();
        message.write(out);
        return Unpooled.wrappedBuffer(ByteBufUtil.getBytes(out));
    }
}
