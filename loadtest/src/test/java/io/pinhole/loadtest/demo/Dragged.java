package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.relay.call.Delivery;
import java.util.Optional;

/** A relay that tells the operator it looks where the expert looks, once that is the second photo or the third. */
final class Dragged implements Delivery {

    private final SeenPhotos photos = new SeenPhotos();
    private int operator;

    @Override
    public Optional<ServerFrame> of(PersonId to, ServerFrame frame) {
        photos.see(frame);
        if (to.value().equals("operator") && frame instanceof Welcome welcome) {
            operator = welcome.self().handle();
        }
        boolean isDragging = to.value().equals("operator")
                && frame instanceof View view
                && view.photo().filter(photo -> photos.is(Shot.SECOND, photo)).isPresent();
        return Optional.of(
                isDragging ? new View(operator, ((View) frame).photo(), ((View) frame).fullScreen()) : frame);
    }
}
