package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.relay.fixture.Bystanders;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A participant who breaks the protocol ends its own connection, and nobody else notices. */
class RefusedFramesIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private Bystanders bystanders;
    private String token;
    private RawClient client;

    @BeforeEach
    void people() {
        TestCall call = RELAY.call();
        bystanders = Bystanders.in(call);
        token = call.token("villain", Role.EXPERT, ClientKind.DESKTOP);
        client = RawClient.join(RELAY.address(), token);
    }

    @AfterEach
    void nobodyNoticed() {
        bystanders.noticeNothing();
        client.close();
    }

    @Test
    void aFrameThatIsTooLong() {
        client.send(0xff, 0xff, 0x02);
        assertThat(client.awaitClose()).isEqualTo(Code.FRAME_TOO_LONG);
    }

    @Test
    void aFrameWhoseBodyIsTooLongForItsType() {
        client.send(0x22, 0x25);
        client.send(new byte[0x21]);
        assertThat(client.awaitClose()).isEqualTo(Code.FRAME_TOO_LONG);
    }

    @Test
    void aPaddedLength() {
        client.send(0x81, 0x00);
        assertThat(client.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void aFrameThatIsCutOff() {
        client.send(0x20, 0x21, 0x08);
        client.close();
    }

    @Test
    void anUnknownType() {
        client.send(0x01, 0x7f);
        assertThat(client.awaitClose()).isEqualTo(Code.UNKNOWN_FRAME);
    }

    @Test
    void trailingBytes() {
        client.send(0x0a, 0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(client.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void aFrameThatOnlyARelaySends() {
        client.send(new ModeChanged(Mode.VIDEO, 1));
        assertThat(client.awaitClose()).isEqualTo(Code.UNKNOWN_FRAME);
    }

    @Test
    void aMessageThatIsNestedTooDeep() {
        byte[] nested = new byte[0];
        for (int i = 0; i < 60; i++) { // an unknown group within another
            ByteArrayOutputStream around = new ByteArrayOutputStream();
            around.write(0x7b);
            around.writeBytes(nested);
            around.write(0x7c);
            nested = around.toByteArray();
        }
        client.send(nested.length + 1, 0x30);
        client.send(nested);
        assertThat(client.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void aSecondHello() {
        client.send(TestClient.hello(new Credential.Token(token)));
        assertThat(client.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void voiceInTheNameOfAnother() {
        client.send(new Voice(true, 1, Voice.Duration.MILLIS_20, 2, 1, 1, Unpooled.wrappedBuffer(new byte[] {1})));
        assertThat(client.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void feedbackForBytesThatWereNeverSent() {
        client.send(new Feedback(0, 0, 0, 5000, Feedback.UNCHANGED));
        assertThat(client.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void aFragmentWithoutAFirstOne() {
        client.send(new Fragment(TrafficClass.CONTROL, false, true, 0, Unpooled.wrappedBuffer(new byte[] {1})));
        assertThat(client.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void aFragmentOfAFrameThatWouldBeTooLong() {
        client.send(
                new Fragment(TrafficClass.CONTROL, true, false, 5000, Unpooled.wrappedBuffer(new byte[] {0x30, 1})));
        assertThat(client.awaitClose()).isEqualTo(Code.FRAME_TOO_LONG);
    }

    @Test
    void anUnfinishedFragmentThatIsLeftBehind() {
        client.send(new Fragment(TrafficClass.CONTROL, true, false, 900, Unpooled.wrappedBuffer(new byte[] {0x30, 1})));
        client.close();
    }

    @Test
    void aViewOfAPhotoThatDoesNotExistIsRefusedAndNothingElse() {
        client.send(new SetView(Optional.of(PhotoId.random()), true), new SetMode(1, Mode.PHOTO));
        Reply refused = client.await(Reply.class, reply -> reply.request() == 0);
        assertThat(refused.refusal().orElseThrow().code()).contains(Code.PHOTO_UNKNOWN);
        assertThat(client.await(Reply.class, reply -> true)).isEqualTo(new Reply(1, Optional.empty()));
    }

    @Test
    void annotationIsNotSupported() {
        client.send(new Pointer(1, 0, 5, 5), new Operations(1, 1, 1, 1, List.of()));
        for (int i = 0; i < 2; i++) {
            Reply refused = client.await(Reply.class, reply -> reply.request() == 0);
            assertThat(refused.refusal().orElseThrow().code()).contains(Code.UNSUPPORTED);
        }
    }
}
