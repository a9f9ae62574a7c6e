package io.pinhole.relay.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.ImmediateEventExecutor;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.auth.Grant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {

    private final Roster roster = new Roster();

    @Test
    void handlesAreTheSmallestThatAreFree() {
        Member a = reconnecting("a");
        Member b = reconnecting("b");
        Member c = reconnecting("c");
        assertThat(roster.present()).extracting(Member::handle).containsExactly(1, 2, 3);

        b.gone();
        assertThat(roster.handleFor(a)).isEqualTo(1);
        assertThat(roster.handleFor(c)).isEqualTo(3);
        assertThat(roster.handleFor(b)).isEqualTo(2);
        assertThat(reconnecting("d").handle()).isEqualTo(2);
        assertThat(roster.handleFor(b)).isEqualTo(4);
    }

    @Test
    void whoIsGoneIsStillKnownByItsSecret() {
        Member a = reconnecting("a");
        Sha256 first = Sha256.of(new byte[] {1});
        Sha256 second = Sha256.of(new byte[] {2});
        Sha256 third = Sha256.of(new byte[] {3});
        a.addSecret(first);
        a.addSecret(second);
        a.gone();
        assertThat(roster.present()).isEmpty();
        assertThat(roster.bySecret(first)).contains(a);
        assertThat(roster.bySecret(second)).contains(a);

        a.addSecret(third);
        assertThat(roster.bySecret(first)).isEmpty();
        a.used(third);
        assertThat(roster.bySecret(second)).isEmpty();
        assertThat(roster.bySecret(third)).contains(a);
    }

    /** Frames under these keys replace each other while they wait: two must be equal only if they say the same. */
    @Test
    void theKeysOfWhatWaitsTellThingsApart() {
        PhotoId photo = PhotoId.random();
        assertThat(new Crowd.ViewOf(1)).isEqualTo(new Crowd.ViewOf(1)).isNotEqualTo(new Crowd.ViewOf(2));
        assertThat(photo).isEqualTo(PhotoId.of(photo.bytes())).isNotEqualTo(PhotoId.random());
        assertThat((Object) new Crowd.ParticipantOf(1))
                .isEqualTo(new Crowd.ParticipantOf(1))
                .isNotEqualTo(new Crowd.ParticipantOf(2))
                .isNotEqualTo(new Crowd.ViewOf(1));
    }

    private Member reconnecting(String person) {
        Member member = new Member(new Grant(
                new CallId("c"), new PersonId(person), person, Role.EXPERT, ClientKind.WEB, Optional.empty()));
        roster.add(member);
        member.sit(null, roster.handleFor(member));
        member.lost(ImmediateEventExecutor.INSTANCE.newSucceededFuture(null));
        return member;
    }
}
