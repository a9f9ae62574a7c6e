package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.link.Link;

/** A rendition that a viewer is about to read. Owned by the call's thread. */
public final class Reading {

    private final RenditionFile file;
    private final long offset;
    private final PhotoMeter meter;

    Reading(RenditionFile file, long offset, PhotoMeter meter) {
        this.file = file;
        this.offset = offset;
        this.meter = meter;
    }

    public RenditionInfo info() {
        return file.info();
    }

    /** Starts: the link pulls from now on. */
    public Download start(int handle, Link link) {
        PhotoCursor cursor = new PhotoCursor(handle, file.info().rendition(), file.bytes(), offset, link);
        if (offset == 0) {
            cursor.watchedBy(new ViewerWait(meter, file.info().rendition(), file.bytes(), System.nanoTime())::sent);
        }
        file.add(cursor);
        link.add(cursor);
        return new Download(cursor);
    }

    /** A reading that is under way. */
    public static final class Download {

        private final PhotoCursor cursor;

        private Download(PhotoCursor cursor) {
            this.cursor = cursor;
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
