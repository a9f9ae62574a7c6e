package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.EntryRendition;

/** How much of a rendition is at the relay. */
public record Arrived(Rendition rendition, long size, long arrived) {

    static Arrived of(EntryRendition m) throws WireException {
        return new Arrived(
                Rendition.onWire(m.getRendition()),
                Wire.unsigned(m.getSize(), "size"),
                Wire.unsigned(m.getArrived(), "arrived"));
    }

    EntryRendition toMessage() {
        return EntryRendition.newBuilder()
                .setRendition(rendition.number())
                .setSize(size)
                .setArrived(arrived)
                .build();
    }
}
