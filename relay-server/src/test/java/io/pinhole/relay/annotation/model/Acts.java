package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.widget.Widget;
import java.util.List;
import java.util.SplittableRandom;

/** What people do on photos. */
final class Acts {

    /** Long texts that are more than a link lets wait. */
    private static final int FLOOD = 13;

    private final Cast cast;
    private final SplittableRandom random;

    Acts(Cast cast) {
        this.cast = cast;
        this.random = cast.random();
    }

    void next(Person person) {
        PhotoId photo = cast.anyPhoto();
        switch (random.nextInt(32)) {
            case 0, 1, 2, 3 -> undo(person);
            case 4, 5 -> person.redo();
            case 6 -> person.point(photo, random.nextInt(1_000), random.nextInt(1_000));
            case 7, 8 -> person.draw(photo);
            case 9 -> person.lift();
            case 10, 11, 12, 13, 14 -> drag(person, photo);
            case 15 -> {
                if (random.nextInt(12) == 0) {
                    flood(person, photo);
                }
            }
            default -> person.perform(photo, person.scribbles().next(person.shown(photo)));
        }
    }

    private void undo(Person person) {
        for (int steps = random.nextInt(1, 4); steps > 0; steps--) {
            person.undo();
        }
    }

    /** One change after the other to the same field, of what somebody else has changed last if that is allowed. */
    private void drag(Person person, PhotoId photo) {
        List<Widget> widgets = person.shown(photo).inDrawingOrder().stream()
                .filter(widget -> person.mayModerate() != widget.updatedBy().equals(person.id()))
                .toList();
        if (!widgets.isEmpty()) {
            Widget widget = widgets.get(random.nextInt(widgets.size()));
            for (int moves = random.nextInt(1, 5); moves > 0; moves--) {
                person.perform(photo, person.scribbles().move(widget));
            }
        }
    }

    private void flood(Person person, PhotoId photo) {
        Line slow = cast.anybody().line();
        if (slow != null) {
            slow.stall(true);
        }
        for (int i = 0; i < FLOOD; i++) {
            person.perform(photo, person.scribbles().longText());
        }
    }
}
