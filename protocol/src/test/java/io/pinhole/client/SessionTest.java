package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Save;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionTest {

    @AutoClose
    private final FakeSession session = new FakeSession();

    @Test
    void whatTheRelaySaysIsKnown() {
        FakeRelay relay = session.join();
        PhotoId photo = PhotoId.random();
        View view = new View(2, Optional.of(photo), true);
        relay.say(ben(Presence.HERE), view, new ModeChanged(Mode.VIDEO, 2));
        CallSnapshot known = session.call.state().snapshot();
        assertThat(known.connected()).isTrue();
        assertThat(known.participants()).containsOnlyKeys(2);
        assertThat(known.views()).containsEntry(2, view);
        assertThat(known.mode()).isEqualTo(Mode.VIDEO);
    }

    @Test
    void whoIsGoneLooksAtNothing() {
        FakeRelay relay = session.join();
        relay.say(ben(Presence.HERE), new View(2, Optional.of(PhotoId.random()), true), ben(Presence.GONE));
        CallSnapshot known = session.call.state().snapshot();
        assertThat(known.participants()).isEmpty();
        assertThat(known.views()).isEmpty();
    }

    @Test
    void aReturnBeginsWithNothingKnown() {
        FakeRelay relay = session.join();
        relay.say(ben(Presence.HERE));
        relay.hangUp();
        assertThat(session.call.state().snapshot().connected()).isFalse();
        session.join();
        assertThat(session.call.state().snapshot().participants()).isEmpty();
        assertThat(session.events).containsExactly("joined", "participant", "resumed");
    }

    @Test
    void theViewIsSaidAgainAfterAReturn() {
        SetView view = new SetView(Optional.of(PhotoId.random()), true);
        FakeRelay relay = session.join();
        session.call.look(view);
        assertThat(relay.heard()).containsExactly(view);
        relay.hangUp();
        assertThat(session.join().heard()).containsExactly(view);
    }

    @Test
    void bundlesAreToldFrameByFrame() {
        List<VoiceFrame> frames = new ArrayList<>();
        ByteBuf payload = Unpooled.wrappedBuffer(new byte[] {1, 2, 'a', 'b', 'b', 'c'});
        Voice bundle = new Voice(true, 5, Voice.Duration.MILLIS_20, 2, 3, 65_535, payload);
        VoiceFrame.of(bundle).forEach(frames::add);
        assertThat(frames).extracting(VoiceFrame::tick).containsExactly(65_535, 1, 3);
        assertThat(frames).extracting(VoiceFrame::talkStart).containsExactly(true, false, false);
        assertThat(frames).extracting(frame -> frame.bytes().length).containsExactly(1, 2, 1);
        bundle.release();
    }

    @Test
    void voiceIsSentWithTicksAndDroppedWithoutAConnection() {
        FakeRelay relay = session.join();
        session.call.speaking().speak(spoken(System.nanoTime()));
        assertThat(relay.heard())
                .singleElement()
                .satisfies(frame -> assertThat(((Voice) frame).talkStart()).isTrue());
        relay.hangUp();
        session.call.speaking().speak(spoken(System.nanoTime()));
        assertThat(session.call.speaking().dropped()).isEqualTo(1);
    }

    @Test
    void aRequestFailsWhenTheConnectionIsLost() {
        FakeRelay relay = session.join();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        session.call.line().requests().send(number -> new SetMode(number, Mode.VIDEO), Outcome.of(answer));
        relay.hangUp();
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void repliesEndTheirRequests() {
        FakeRelay relay = session.join();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        session.call.line().requests().send(number -> new SetMode(number, Mode.VIDEO), Outcome.of(answer));
        assertThat(relay.heard()).containsExactly(new SetMode(1, Mode.VIDEO));
        relay.say(new Reply(1, Optional.empty()));
        assertThat(answer).isCompleted();
    }

    @Test
    void aRefusalWithoutRequestIsTold() {
        session.join().say(new Reply(0, Optional.of(Refusal.of(Code.RIGHT_MISSING, "talk"))));
        assertThat(session.events).containsExactly("joined", "refused");
    }

    @Test
    void aSaveIsAnsweredAndItsCaptureTold() {
        PhotoId photo = PhotoId.random();
        FakeRelay relay = session.join();
        session.call.annotations().bind(photo, 4);
        CompletableFuture<Capture> saved =
                session.call.annotations().follow(photo).save("Seal");
        session.settle();
        relay.say(new Snapshot(4, 8, 15, List.of()));
        Save save = (Save) relay.heard().get(1);
        assertThat(save).isEqualTo(new Save(1, save.capture(), photo, 8, 15, "Seal"));
        relay.say(new Captured(1, save.capture(), CaptureState.PENDING, Optional.empty()));
        Capture capture = saved.join();
        relay.say(
                new Captured(0, CaptureId.random(), CaptureState.READY, Optional.empty()),
                new Captured(0, save.capture(), CaptureState.READY, Optional.empty()));
        assertThat(capture.ready()).isCompleted();
        assertThat(session.events).filteredOn("capture"::equals).hasSize(2);
        assertThat(session.ends).isEmpty();
    }

    @Test
    void aRefusedSaveFails() {
        PhotoId photo = PhotoId.random();
        FakeRelay relay = session.join();
        session.call.annotations().bind(photo, 4);
        CompletableFuture<Capture> saved =
                session.call.annotations().follow(photo).save("Seal");
        session.settle();
        relay.say(new Snapshot(4, 8, 15, List.of()));
        relay.say(new Reply(1, Optional.of(Refusal.of(Code.RIGHT_MISSING, "not you"))));
        assertThat(TestRoom.codeOf(saved)).isEqualTo(Code.RIGHT_MISSING);
    }

    @Test
    void nothingMayComeBeforeWelcome() {
        FakeRelay relay = session.connect();
        relay.say(new ModeChanged(Mode.VIDEO, 2));
        assertThat(session.ends).extracting(Refusal::code).containsExactly(Optional.of(Code.MALFORMED));
    }

    private static Participant ben(Presence presence) {
        return new Participant(2, new PersonId("ben"), "Ben", Role.EXPERT, ClientKind.DESKTOP, presence);
    }

    private static SpokenFrame spoken(long at) {
        return new SpokenFrame(Unpooled.wrappedBuffer(new byte[] {1}), Voice.Duration.MILLIS_20, 9, at);
    }
}
