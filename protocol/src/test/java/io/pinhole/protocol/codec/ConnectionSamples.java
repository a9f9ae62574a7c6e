package io.pinhole.protocol.codec;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.HaveRendition;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Pong;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Welcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Samples of the frames of a connection's life. */
final class ConnectionSamples {

    private static final String SECRET = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private ConnectionSamples() {}

    static void addTo(Map<String, Frame> samples) {
        samples.put(
                "hello-token", new Hello(1, Set.of(), new Credential.Token("eyJh.eyJz.c2ln"), "pinhole-java", "0.1.0"));
        samples.put(
                "hello-resume",
                new Hello(1, Set.of(Capability.ANNOTATE), new Credential.Resume(Samples.CALL, SECRET), "", ""));
        samples.put("hello-longest", new Hello(1, Set.of(), new Credential.Token("x".repeat(3900)), "client", "1.2.3"));
        samples.put("welcome", welcome(Set.of(Right.TALK, Right.SHARE, Right.VIEW), SECRET));
        samples.put("welcome-without-secret", welcome(Set.of(), ""));
        samples.put("close", Close.of(Code.REPLACED, "joined from elsewhere"));
        samples.put("close-longest", new Close(longest(Code.SHUTTING_DOWN), "h".repeat(253) + ":65535"));
        samples.put("ping", new Ping(5));
        samples.put("ping-largest", new Ping(-1));
        samples.put("pong", new Pong(5));
        samples.put("reply-done", new Reply(2, Optional.empty()));
        samples.put("reply-refused", new Reply(9, Optional.of(Refusal.of(Code.NOT_IN_PHOTO_MODE, "video mode"))));
        samples.put("reply-longest", new Reply(-1, Optional.of(longest(Code.STORE_UNAVAILABLE))));
        samples.put("have-nothing", new Have(List.of()));
        samples.put(
                "have",
                new Have(List.of(
                        new HavePhoto(Samples.PHOTO, 1, 40, List.of(new HaveRendition(Rendition.WORKING, 70_000))),
                        new HavePhoto(Samples.OTHER_PHOTO, 0, 0, List.of()))));
    }

    /** The longest message that a refusal of ours may have, in the widest characters. */
    static Refusal longest(Code code) {
        return Refusal.of(code, "\u754c".repeat(300)).retryAfter(Integer.MAX_VALUE);
    }

    private static Welcome welcome(Set<Right> rights, String secret) {
        Participant self =
                new Participant(1, Samples.ANNA, "Anna", Role.FIELD_OPERATOR, ClientKind.MOBILE, Presence.HERE);
        return new Welcome(
                1, Set.of(), Samples.CALL, self, rights, secret, true, Mode.PHOTO, 1_764_000_000_000L, 10_000, 1);
    }
}
