package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.PhotoEntryMessage;
import java.util.List;

/** One line of the photo list; the newest replaces the older. Binds the photo handle. */
public record PhotoEntry(
        int handle,
        PhotoId photo,
        String title,
        PersonId author,
        long createdMillis,
        long updatedMillis,
        PhotoState state,
        int width,
        int height,
        List<Arrived> renditions,
        long epoch,
        long revision)
        implements ServerFrame {

    public PhotoEntry {
        renditions = List.copyOf(renditions);
    }

    static PhotoEntry read(ByteBuf in) throws WireException {
        PhotoEntryMessage m = Wire.parse(PhotoEntryMessage.parser(), in);
        return new PhotoEntry(
                m.getHandle(),
                PhotoId.of(m.getPhoto()),
                m.getTitle(),
                Wire.person(m.getAuthor()),
                Wire.unsigned(m.getCreatedMillis(), "createdMillis"),
                Wire.unsigned(m.getUpdatedMillis(), "updatedMillis"),
                PhotoState.of(m.getState()),
                m.getWidth(),
                m.getHeight(),
                Wire.map(m.getRenditionsList(), Arrived::of),
                m.getEpoch(),
                m.getRevision());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                PhotoEntryMessage.newBuilder()
                        .setHandle(handle)
                        .setPhoto(photo.toByteString())
                        .setTitle(title)
                        .setAuthor(author.value())
                        .setCreatedMillis(createdMillis)
                        .setUpdatedMillis(updatedMillis)
                        .setState(state.wire())
                        .setWidth(width)
                        .setHeight(height)
                        .addAllRenditions(Wire.messages(renditions, Arrived::toMessage))
                        .setEpoch(epoch)
                        .setRevision(revision)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.PHOTO_ENTRY;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
