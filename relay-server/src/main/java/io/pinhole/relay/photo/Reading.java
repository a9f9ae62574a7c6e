package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.link.Link;

/** A rendition that a viewer is about to read. Owned by the call's thread. */
public final class Reading {

    private final Photo photo;
    private final RenditionFile file;
    private final long offset;
    private final PhotoMeter meter;

    Reading(Photo photo, RenditionFile file, long offset, PhotoMeter meter) {
        this.photo = photo;
        this.file = file;
        this.offset = offset;
        this.meter = meter;
    }

    public RenditionInfo info() {
        return file.info();
    }

    /**
     * Starts: the link pulls from now on.
     *
     * @param gaze of whoever reads
     */
    public Download start(int handle, Gaze gaze, Link link) {
        PhotoId id = photo.id();
        PhotoCursor.Passage passage =
                new PhotoCursor.Passage(photo.handle(), file.info().rendition(), file.bytes(), () -> gaze.isOn(id));
        PhotoCursor cursor = new PhotoCursor(handle, passage, offset, link);
        if (offset == 0) {
            cursor.watchedBy(new ViewerWait(meter, file.info().rendition(), file.bytes(), System.nanoTime())::sent);
        }
        file.add(cursor);
        link.add(cursor);
        return new Download(photo.id(), file.info().rendition(), cursor);
    }

    /** A reading that is under way. */
    public static final class Download {

        private final PhotoId photo;
        private final Rendition rendition;
        private final PhotoCursor cursor;

        private Download(PhotoId photo, Rendition rendition, PhotoCursor cursor) {
            this.photo = photo;
            this.rendition = rendition;
            this.cursor = cursor;
        }

        public boolean isOf(PhotoId of, Rendition which) {
            return photo.equals(of) && rendition == which;
        }

        /** Ends it; nothing more is sent. */
        public void shut() {
            cursor.shut();
        }

        /** Whether all of it has been sent. */
        public boolean isOver() {
            return cursor.isExhausted();
        }
    }
}
