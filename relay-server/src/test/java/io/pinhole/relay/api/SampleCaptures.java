package io.pinhole.relay.api;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredRendition;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Captures in each of their states. */
final class SampleCaptures {

    static final CallId CALL = new CallId("call-1");
    static final CallId OTHER_CALL = new CallId("call-2");
    static final Instant CREATED = Instant.parse("2026-11-23T08:15:30.250Z");

    private SampleCaptures() {}

    static StoredCapture pending(CallId call, String name) {
        return capture(call, name, CaptureState.PENDING, Optional.empty(), Optional.empty());
    }

    static StoredCapture failed(CallId call, String name, String reason) {
        return capture(call, name, CaptureState.FAILED, Optional.empty(), Optional.of(reason));
    }

    static StoredCapture ready(CallId call, String name, byte[] jpeg) {
        Picture picture = new Picture(Rendition.WORKING, 1600, 1200, jpeg.length, Sha256.of(jpeg));
        return capture(call, name, CaptureState.READY, Optional.of(picture), Optional.empty());
    }

    private static StoredCapture capture(
            CallId call, String name, CaptureState state, Optional<Picture> picture, Optional<String> failure) {
        return new StoredCapture(
                CaptureId.random(),
                call,
                PhotoId.random(),
                new CaptureName(name),
                "Photo 1",
                new PersonId("ada"),
                CREATED,
                2,
                7,
                state,
                picture,
                failure);
    }

    static StoredRendition rendition(Rendition rendition, byte[] file, boolean complete) {
        return new StoredRendition(
                rendition, file.length, Optional.of(Sha256.of(file)), 640, 480, file.length, complete);
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
