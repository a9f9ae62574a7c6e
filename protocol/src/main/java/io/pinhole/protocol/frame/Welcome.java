package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.WelcomeMessage;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The relay lets a client in.
 *
 * @param self who the client is, with its own participant handle
 * @param resumeSecret to come back with, in hexadecimal; empty if this join cannot be resumed
 * @param resumed whether the call kept this person's place
 * @param heartbeatMillis a side that has heard nothing for two and a half of these is taken for gone
 */
public record Welcome(
        int version,
        Set<Capability> capabilities,
        CallId call,
        Participant self,
        Set<Right> rights,
        String resumeSecret,
        boolean resumed,
        Mode mode,
        long serverTimeMillis,
        int heartbeatMillis,
        long term)
        implements ServerFrame {

    public Welcome {
        capabilities = Set.copyOf(capabilities);
        rights = Set.copyOf(rights);
    }

    static Welcome read(ByteBuf in) throws WireException {
        WelcomeMessage m = Wire.parse(WelcomeMessage.parser(), in);
        Participant self = new Participant(
                m.getParticipant(),
                Wire.person(m.getPerson()),
                m.getName(),
                Role.of(m.getRole()),
                ClientKind.of(m.getClient()),
                Presence.HERE);
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (m.getRightsList().contains(right.number())) {
                rights.add(right);
            }
        }
        return new Welcome(
                m.getVersion(),
                Capability.known(m.getCapabilitiesList()),
                Wire.call(m.getCall()),
                self,
                rights,
                HexFormat.of().formatHex(m.getResumeSecret().toByteArray()),
                m.getResumed(),
                Mode.of(m.getMode()),
                m.getServerTimeMillis(),
                m.getHeartbeatMillis(),
                m.getTerm());
    }

    @Override
    public void write(ByteBuf out) {
        WelcomeMessage.Builder m = WelcomeMessage.newBuilder()
                .setVersion(version)
                .setCall(call.value())
                .setPerson(self.person().value())
                .setName(self.name())
                .setRole(self.role().wire())
                .setClient(self.client().wire())
                .setParticipant(self.handle())
                .setResumeSecret(ByteString.copyFrom(HexFormat.of().parseHex(resumeSecret)))
                .setResumed(resumed)
                .setMode(mode.wire())
                .setServerTimeMillis(serverTimeMillis)
                .setHeartbeatMillis(heartbeatMillis)
                .setTerm(term);
        capabilities.stream().sorted().forEach(capability -> m.addCapabilities(capability.number()));
        rights.stream().sorted().forEach(right -> m.addRights(right.number()));
        Wire.write(out, m.build());
    }

    @Override
    public String toString() {
        return "Welcome[" + call + ", " + self + ", resumed " + resumed + "]";
    }

    @Override
    public FrameType type() {
        return FrameType.WELCOME;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
