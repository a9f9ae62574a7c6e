package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.Delta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Up to where the photos' annotation was said one way over this connection. Deltas that go on from there need not say
 * where they begin, and their revisions count from there. Both ends keep the same photos, as both see their frames in the
 * same order.
 */
final class Positions {

    /** Of which something was said last; of another it is said again where its deltas begin. */
    static final int MAX_PHOTOS = 32;

    private final Map<Integer, Position> byPhoto = new LinkedHashMap<>();

    private record Position(long epoch, long revision) {}

    /** Deltas as they are said. */
    Deltas shortened(Deltas meant) {
        Position begin = new Position(meant.epoch(), meant.after());
        boolean goesOn = begin.equals(byPhoto.get(meant.photo()));
        moveTo(meant.photo(), meant.epoch(), meant.upTo());
        return goesOn ? moved(meant, 0, -meant.after()) : meant;
    }

    /** Deltas as they are meant. */
    Deltas restored(Deltas said) throws WireException {
        Deltas meant = said.epoch() == 0 ? goingOn(said) : said;
        moveTo(meant.photo(), meant.epoch(), meant.upTo());
        return meant;
    }

    /** A snapshot, or a part of one. */
    void said(Snapshot snapshot) {
        moveTo(snapshot.photo(), snapshot.epoch(), snapshot.upTo());
    }

    private Deltas goingOn(Deltas said) throws WireException {
        Position begin = byPhoto.get(said.photo());
        if (begin == null || said.after() != 0) {
            throw WireException.malformed("deltas of photo " + said.photo() + " without where they begin");
        }
        if (begin.revision + said.upTo() < begin.revision) {
            throw WireException.malformed("deltas of more revisions than there are");
        }
        return moved(said, begin.epoch, begin.revision);
    }

    private static Deltas moved(Deltas deltas, long epoch, long by) {
        List<Delta> moved = deltas.deltas().stream()
                .map(delta ->
                        delta.toBuilder().setRevision(delta.getRevision() + by).build())
                .toList();
        return new Deltas(deltas.photo(), epoch, deltas.after() + by, deltas.upTo() + by, moved);
    }

    private void moveTo(int photo, long epoch, long revision) {
        byPhoto.remove(photo);
        if (byPhoto.size() == MAX_PHOTOS) {
            byPhoto.remove(byPhoto.keySet().iterator().next());
        }
        byPhoto.put(photo, new Position(epoch, revision));
    }
}
