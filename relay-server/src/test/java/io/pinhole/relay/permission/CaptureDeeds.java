package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Save;
import java.util.Map;

/** What a client can ask of captures. */
final class CaptureDeeds {

    private CaptureDeeds() {}

    static Map<String, Deed> all() {
        return Map.of(
                "save",
                new Deed(
                        FrameType.SAVE,
                        stage -> stage.album().shareFirst(),
                        CaptureDeeds::save,
                        stage -> stage.ada().await(Captured.class, capture -> capture.state() == CaptureState.READY)));
    }

    private static Outcome save(Stage stage) {
        return stage.asks(
                n -> new Save(n, CaptureId.random(), stage.album().first().id(), 1, 0, "As it was"));
    }
}
