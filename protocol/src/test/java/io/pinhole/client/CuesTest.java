package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.client.Cues.Sound;
import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.Ink;
import io.pinhole.protocol.proto.WidgetKindValue;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CuesTest {

    private static final long JOINED_MILLIS = 1000;
    private static final long NOW = -5; // the monotonic clock may be below zero
    private static final Participant ANNA = person("anna", 1);
    private static final Participant BEN = person("ben", 2);
    private static final int CARL = 3;

    private final Cues cues = new Cues();

    @BeforeEach
    void join() {
        cues.on(welcome(JOINED_MILLIS));
        cues.on(BEN);
    }

    @Test
    void aPointerSoundsOnceASecondForEachPerson() {
        assertThat(cues.on(pointer(BEN.handle()), NOW)).contains(new Sound(Cue.POINTER, BEN.handle()));
        assertThat(cues.on(pointer(BEN.handle()), NOW + Cues.PAUSE_NANOS - 1)).isEmpty();
        assertThat(cues.on(pointer(CARL), NOW)).contains(new Sound(Cue.POINTER, CARL));
        assertThat(cues.on(pointer(BEN.handle()), NOW + Cues.PAUSE_NANOS)).isPresent();
    }

    @Test
    void oneKindOfSoundDoesNotSilenceAnother() {
        assertThat(cues.on(pointer(BEN.handle()), NOW)).isPresent();
        assertThat(cues.on(shot(BEN, JOINED_MILLIS), NOW)).contains(new Sound(Cue.NEW_SHOT, BEN.handle()));
        assertThat(cues.on(notes(BEN.handle()), NOW)).containsExactly(new Sound(Cue.NOTE, BEN.handle()));
    }

    @Test
    void eachWhoDrewIsHeardAndOneselfIsNot() {
        Deltas mine = new Deltas(
                7,
                1,
                0,
                1,
                List.of(Delta.newBuilder().setRevision(1).setWriter(99).build()));
        assertThat(cues.on(mine, NOW)).isEmpty();
        assertThat(cues.on(notes(BEN.handle(), CARL, BEN.handle()), NOW))
                .containsExactly(new Sound(Cue.NOTE, BEN.handle()), new Sound(Cue.NOTE, CARL));
    }

    @Test
    void aStrokeIsHeardWhileItGrowsAndIsOneWithItsWidget() {
        assertThat(cues.on(piece(BEN.handle()), NOW)).contains(new Sound(Cue.NOTE, BEN.handle()));
        assertThat(cues.on(piece(BEN.handle()), NOW + 1)).isEmpty();
        assertThat(cues.on(notes(BEN.handle()), NOW + 2)).isEmpty();
        assertThat(cues.on(piece(BEN.handle()), NOW + Cues.PAUSE_NANOS)).isPresent();
    }

    @Test
    void aPhotoIsNewOnce() {
        PhotoEntry shot = shot(BEN, JOINED_MILLIS + 1);
        assertThat(cues.on(shot, NOW)).isPresent();
        assertThat(cues.on(shot, NOW + 2 * Cues.PAUSE_NANOS)).isEmpty();
    }

    @Test
    void whatWasThereBeforeAndOnesOwnIsSilent() {
        assertThat(cues.on(shot(BEN, JOINED_MILLIS - 1), NOW)).isEmpty();
        assertThat(cues.on(shot(ANNA, JOINED_MILLIS + 1), NOW)).isEmpty();
    }

    @Test
    void aShotDuringAnOutageIsNews() {
        cues.on(welcome(JOINED_MILLIS + 60_000));
        assertThat(cues.on(shot(BEN, JOINED_MILLIS + 30_000), NOW)).isPresent();
    }

    @Test
    void whoIsGoneHasNoHandle() {
        assertThat(cues.on(shot(person("eve", 9), JOINED_MILLIS), NOW)).contains(new Sound(Cue.NEW_SHOT, 0));
    }

    private static Welcome welcome(long serverTimeMillis) {
        return new Welcome(
                1,
                Set.of(Capability.ANNOTATE),
                FakeRelay.CALL,
                ANNA,
                Set.of(Right.ANNOTATE),
                "",
                false,
                Mode.PHOTO,
                serverTimeMillis,
                10_000,
                0);
    }

    private static Participant person(String name, int handle) {
        return new Participant(handle, new PersonId(name), name, Role.EXPERT, ClientKind.DESKTOP, Presence.HERE);
    }

    private static Pointer pointer(int participant) {
        return new Pointer(7, participant, 1, 1);
    }

    private static Stroke piece(int participant) {
        return new Stroke(
                7,
                participant,
                WidgetId.random(),
                WidgetKindValue.WIDGET_FREEHAND,
                0xff000000,
                200,
                Ink.getDefaultInstance());
    }

    private static Deltas notes(int... participants) {
        List<Delta> deltas = IntStream.of(participants)
                .mapToObj(by -> Delta.newBuilder()
                        .setRevision(1)
                        .setParticipant(by)
                        .setPerson("p" + by)
                        .build())
                .toList();
        return new Deltas(7, 1, 0, deltas.size(), deltas);
    }

    private static PhotoEntry shot(Participant by, long createdMillis) {
        return new PhotoEntry(
                1,
                PhotoId.random(),
                "",
                by.person(),
                createdMillis,
                createdMillis,
                PhotoState.ARRIVING,
                16,
                12,
                List.of(),
                0,
                0);
    }
}
