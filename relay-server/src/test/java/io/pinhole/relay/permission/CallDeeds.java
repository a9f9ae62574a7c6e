package io.pinhole.relay.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.relay.fixture.Patience;
import java.time.Duration;
import java.util.Map;

/** What a client can ask of the call itself. */
final class CallDeeds {

    private static final byte SOUND = 7;

    private CallDeeds() {}

    static Map<String, Deed> all() {
        return Map.of(
                "talk",
                new Deed(
                        FrameType.VOICE_BUNDLE,
                        stage -> {},
                        stage -> stage.tells(() -> stage.ada().speak(1, SOUND)),
                        stage -> stage.bob().hears(stage.ada(), 2, SOUND)),
                "listen",
                new Deed(FrameType.VOICE_BUNDLE, stage -> {}, CallDeeds::listen, stage -> {}),
                "switch the mode",
                new Deed(
                        FrameType.SET_MODE,
                        stage -> {},
                        stage -> stage.asks(n -> new SetMode(n, Mode.VIDEO)),
                        stage -> stage.bob()
                                .await(
                                        ModeChanged.class,
                                        m -> m.equals(new ModeChanged(
                                                Mode.VIDEO, stage.ada().handle())))),
                "end the call",
                new Deed(
                        FrameType.END,
                        stage -> {},
                        CallDeeds::end,
                        stage -> assertThat(stage.bob().endedBy()).isEqualTo(Code.CALL_ENDED)));
    }

    private static Outcome listen(Stage stage) {
        stage.ada().hears(stage.bob(), 1, SOUND);
        return Outcome.DONE;
    }

    /** The answer is a refusal, or the end. */
    private static Outcome end(Stage stage) {
        stage.ada().request(End::new);
        await().atMost(Patience.LIMIT)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !stage.ada().isConnected()
                        || !stage.ada().received(Reply.class).isEmpty());
        return stage.ada().isConnected() ? Answers.outcome(stage.ada().await(Reply.class)) : Outcome.DONE;
    }
}
