package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;

/** Where the chunks under one upload handle go. Owned by the call's thread. */
public final class Receiving {

    private final Intake intake;
    private final Photo photo;
    private final RenditionFile file;

    Receiving(Intake intake, Photo photo, RenditionFile file) {
        this.intake = intake;
        this.photo = photo;
        this.file = file;
    }

    /**
     * Takes a chunk in; borrows it.
     *
     * @param taken run when there is room for as many bytes again
     * @throws RefusedException if it is not what was offered, or not what comes next
     */
    public void accept(Chunk chunk, Runnable taken) throws RefusedException {
        Upload upload = file.upload();
        if (chunk.offset() != Chunk.CONTINUES && upload != null && chunk.offset() != upload.position()) {
            throw new RefusedException(
                    Code.WRONG_OFFSET, "a chunk at " + chunk.offset() + ", expected at " + upload.position());
        }
        intake.accept(photo, file, chunk.data());
        file.whenStoreFollows(taken);
    }
}
