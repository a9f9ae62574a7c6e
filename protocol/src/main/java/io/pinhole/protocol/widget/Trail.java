package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.PersonId;

/** Who made a widget and who changed it last, and when. */
public record Trail(PersonId author, PersonId updatedBy, long createdMillis, long updatedMillis, long revision) {

    static Trail begin(Context at) {
        return new Trail(at.person(), at.person(), at.timeMillis(), at.timeMillis(), at.revision());
    }

    Trail next(Context at) {
        return new Trail(author, at.person(), createdMillis, at.timeMillis(), at.revision());
    }
}
