package io.pinhole.loadtest.poor.plain;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.pinhole.loadtest.join.Event;
import io.pinhole.loadtest.join.EventFile;
import io.pinhole.loadtest.join.NumberedFrame;
import io.pinhole.loadtest.poor.plain.Message.Note;
import io.pinhole.loadtest.poor.plain.Message.Piece;
import io.pinhole.loadtest.poor.plain.Message.Voice;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Notes what comes, in the events of {@code join}. On the channel's loop. */
final class Ear extends SimpleChannelInboundHandler<ByteBuf> {

    private final EventFile events;
    private final Set<UUID> known = new HashSet<>();

    Ear(EventFile events) {
        this.events = events;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        Message message = Message.read(bytes);
        if (message instanceof Voice voice) {
            numbered("voice-received", voice.number(), voice.length());
        } else if (message instanceof Note note) {
            numbered("note-received", note.number(), note.more());
        } else if (message instanceof Piece piece) {
            piece(piece);
        }
    }

    private void numbered(String name, NumberedFrame number, int bytes) {
        events.add(Event.of(name)
                .with("seq", number.seq())
                .with("due", number.due())
                .with("bytes", bytes));
    }

    private void piece(Piece piece) {
        if (known.add(piece.photo())) {
            events.add(Event.of("photo").with("photo", piece.photo().toString()));
        }
        events.add(photo("photo-received", piece)
                .with("offset", piece.offset())
                .with("bytes", piece.length())
                .with("total", piece.total()));
        if (piece.offset() + piece.length() == piece.total()) {
            events.add(photo("photo-complete", piece));
        }
    }

    private static Event photo(String name, Piece piece) {
        return Event.of(name).with("photo", piece.photo().toString()).with("rendition", piece.rendition());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
