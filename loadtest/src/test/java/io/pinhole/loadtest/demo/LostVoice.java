package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.Voice;
import io.pinhole.relay.call.Delivery;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Relays that lose some voice. */
final class LostVoice {

    /** The others are lost. */
    private static final int HEARD_OF = 20;

    private LostVoice() {}

    /** Too much for any machine to be forgiven, as is the next. */
    static Delivery sinceTheSecondPhoto() {
        return during(photos -> photos.isThere(Shot.FIRST));
    }

    static Delivery fromTheFirstPhotoToTheSecond() {
        return during(photos -> photos.isThere(Shot.KEY) && !photos.isThere(Shot.FIRST));
    }

    private static Delivery during(Predicate<SeenPhotos> condition) {
        SeenPhotos photos = new SeenPhotos();
        AtomicInteger heard = new AtomicInteger();
        return (to, frame) -> {
            photos.see(frame);
            boolean isLost = frame instanceof Voice
                    && to.value().equals("expert")
                    && condition.test(photos)
                    && heard.incrementAndGet() % HEARD_OF != 0;
            return isLost ? Optional.empty() : Optional.of(frame);
        };
    }
}
