package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.HelloMessage;
import io.pinhole.protocol.proto.Resume;
import java.util.HexFormat;
import java.util.Set;

/** The first frame of a client: who it is, and by what right. */
public record Hello(
        int version, Set<Capability> capabilities, Credential credential, String clientName, String clientVersion)
        implements ClientFrame {

    public static final int VERSION = 1;

    public Hello {
        capabilities = Set.copyOf(capabilities);
    }

    static Hello read(ByteBuf in) throws WireException {
        HelloMessage m = Wire.parse(HelloMessage.parser(), in);
        return new Hello(
                m.getVersion(),
                Capability.known(m.getCapabilitiesList()),
                credential(m),
                m.getClientName(),
                m.getClientVersion());
    }

    private static Credential credential(HelloMessage m) throws WireException {
        return switch (m.getCredentialCase()) {
            case TOKEN -> new Credential.Token(m.getToken());
            case RESUME ->
                new Credential.Resume(
                        Wire.call(m.getResume().getCall()),
                        HexFormat.of().formatHex(m.getResume().getSecret().toByteArray()));
            case CREDENTIAL_NOT_SET ->
                throw new WireException(Code.UNAUTHENTICATED, "hello without token or resume secret");
        };
    }

    @Override
    public void write(ByteBuf out) {
        HelloMessage.Builder m = HelloMessage.newBuilder()
                .setVersion(version)
                .setClientName(clientName)
                .setClientVersion(clientVersion);
        capabilities.stream().sorted().forEach(capability -> m.addCapabilities(capability.number()));
        if (credential instanceof Credential.Token token) {
            m.setToken(token.jwt());
        } else if (credential instanceof Credential.Resume resume) {
            m.setResume(Resume.newBuilder()
                    .setCall(resume.call().value())
                    .setSecret(ByteString.copyFrom(HexFormat.of().parseHex(resume.secret()))));
        }
        Wire.write(out, m.build());
    }

    @Override
    public FrameType type() {
        return FrameType.HELLO;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
