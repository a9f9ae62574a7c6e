package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.CapturedMessage;
import java.util.Optional;

/**
 * A saved photo is kept, and where it stands: the answer to {@link Save}, and told again when that changes.
 *
 * @param request 0 when it has changed
 * @param failure why there will be no picture
 */
public record Captured(int request, CaptureId capture, CaptureState state, Optional<Refusal> failure)
        implements ServerFrame {

    static Captured read(ByteBuf in) throws WireException {
        CapturedMessage m = Wire.parse(CapturedMessage.parser(), in);
        return new Captured(
                m.getRequest(),
                CaptureId.of(m.getCapture()),
                CaptureState.of(m.getState()),
                m.hasFailure() ? Optional.of(Refusal.of(m.getFailure())) : Optional.empty());
    }

    @Override
    public void write(ByteBuf out) {
        CapturedMessage.Builder message = CapturedMessage.newBuilder()
                .setRequest(request)
                .setCapture(capture.toByteString())
                .setState(state.wire());
        failure.ifPresent(refusal -> message.setFailure(refusal.toMessage()));
        Wire.write(out, message.build());
    }

    @Override
    public FrameType type() {
        return FrameType.CAPTURED;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
