package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.ParticipantMessage;

/** Somebody in the call; binds the participant handle that views, voice and photos use. */
public record Participant(int handle, PersonId person, String name, Role role, ClientKind client, Presence presence)
        implements ServerFrame {

    static Participant read(ByteBuf in) throws WireException {
        ParticipantMessage m = Wire.parse(ParticipantMessage.parser(), in);
        return new Participant(
                m.getParticipant(),
                Wire.person(m.getPerson()),
                m.getName(),
                Role.of(m.getRole()),
                ClientKind.of(m.getClient()),
                Presence.of(m.getPresence()));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                ParticipantMessage.newBuilder()
                        .setParticipant(handle)
                        .setPerson(person.value())
                        .setName(name)
                        .setRole(role.wire())
                        .setClient(client.wire())
                        .setPresence(presence.wire())
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.PARTICIPANT;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
