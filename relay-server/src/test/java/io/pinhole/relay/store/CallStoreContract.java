package io.pinhole.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises of {@link CallStore}. */
public abstract class CallStoreContract extends StoreContract {

    @Test
    void aNewCallIsEmptyAndInTheModeAskedFor() throws Exception {
        StoredCall call = get(calls().open(CALL, Mode.PHOTO, NOW));

        assertThat(call.id()).isEqualTo(CALL);
        assertThat(call.mode()).isEqualTo(Mode.PHOTO);
        assertThat(call.created()).isEqualTo(NOW);
        assertThat(call.members()).isEmpty();
        assertThat(call.photos()).isEmpty();
    }

    @Test
    void everythingOfACallSurvivesReopening() throws Exception {
        StoredPhoto photo = photo(1, working(10));
        opened();
        get(calls().saveMode(CALL, Mode.PHOTO));
        get(calls().saveMember(CALL, member("ada", "s1", "s2")));
        get(photos().add(CALL, photo));

        reopen();
        StoredCall call = get(calls().open(CALL, Mode.VIDEO, NOW.plusSeconds(60)));

        assertThat(call.mode()).isEqualTo(Mode.PHOTO);
        assertThat(call.created()).isEqualTo(NOW);
        assertThat(call.members()).containsExactly(member("ada", "s1", "s2"));
        assertThat(call.photos()).containsExactly(photo);
    }

    @Test
    void theTermGrowsAtEachStartAndIsWrittenByOpen() throws Exception {
        long first = opened().term();
        reopen();

        assertThat(get(calls().find(CALL)).orElseThrow().term()).isEqualTo(first);
        assertThat(opened().term()).isEqualTo(first + 1);
        assertThat(get(calls().find(CALL)).orElseThrow().term()).isEqualTo(first + 1);
    }

    @Test
    void findCreatesNothing() throws Exception {
        assertThat(get(calls().find(CALL))).isEmpty();
        assertThatThrownBy(() -> get(calls().saveMode(CALL, Mode.PHOTO))).hasCauseInstanceOf(StoreException.class);
    }

    @Test
    void savingAMemberReplacesItsSecretsAndNobodyElses() throws Exception {
        opened();
        get(calls().saveMember(CALL, member("ada", "old", "current")));
        get(calls().saveMember(CALL, member("bob", "old")));

        get(calls().saveMember(CALL, member("ada", "current", "next")));

        assertThat(opened().members())
                .containsExactlyInAnyOrder(member("ada", "current", "next"), member("bob", "old"));
    }

    @Test
    void theOrderOfSecretsIsKept() throws Exception {
        opened();
        get(calls().saveMember(CALL, member("ada", "older", "newer")));
        get(calls().saveMember(CALL, member("bob", "newer", "older")));

        assertThat(opened().members())
                .extracting(member -> List.copyOf(member.resumeSecrets()))
                .containsExactlyInAnyOrder(
                        List.of(hash("older"), hash("newer")), List.of(hash("newer"), hash("older")));
    }

    @Test
    void aRemovedMemberTakesItsSecretsAlong() throws Exception {
        opened();
        get(calls().saveMember(CALL, member("ada", "secret")));
        get(calls().removeMember(CALL, new PersonId("ada")));
        get(calls().saveMember(CALL, member("ada")));

        assertThat(opened().members()).containsExactly(member("ada"));
    }

    @Test
    void noRightsListedIsNotAnEmptyListOfRights() throws Exception {
        opened();
        for (Optional<Set<Right>> rights : List.of(Optional.<Set<Right>>empty(), Optional.of(Set.<Right>of()))) {
            Grant grant = new Grant(CALL, new PersonId("o"), "O", Role.OBSERVER, ClientKind.WEB, rights);
            get(calls().saveMember(CALL, new StoredMember(grant, Set.of())));

            assertThat(opened().members().get(0).grant()).isEqualTo(grant);
        }
    }

    @Test
    void anEndedCallIsGoneAndTakesNoMoreWrites() throws Exception {
        opened();
        get(calls().saveMember(CALL, member("ada", "secret")));
        get(calls().end(CALL, NOW));

        assertThat(get(calls().find(CALL))).isEmpty();
        assertThatThrownBy(() -> get(calls().saveMember(CALL, member("ada", "late"))))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("not running");
        assertThatThrownBy(() -> get(photos().add(CALL, photo(1)))).hasMessageContaining("not running");
    }

    @Test
    void theIdOfAnEndedCallBeginsAnew() throws Exception {
        opened();
        get(calls().saveMember(CALL, member("ada", "secret")));
        get(photos().add(CALL, photo(1)));
        get(calls().end(CALL, NOW));

        StoredCall again = get(calls().open(CALL, Mode.PHOTO, NOW.plusSeconds(5)));

        assertThat(again.created()).isEqualTo(NOW.plusSeconds(5));
        assertThat(again.members()).isEmpty();
        assertThat(again.photos()).isEmpty();
    }

    @Test
    void writesTakeEffectInTheOrderInWhichTheyWereCalled() throws Exception {
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        calls().open(CALL, Mode.VIDEO, NOW);
        for (int i = 0; i < 301; i++) {
            writes.add(calls().saveMode(CALL, i % 2 == 0 ? Mode.PHOTO : Mode.VIDEO));
        }
        get(CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)));

        assertThat(opened().mode()).isEqualTo(Mode.PHOTO);
    }

    @Test
    void aWriteThatFailsLeavesItsNeighboursAlone() throws Exception {
        List<CompletableFuture<Void>> good = new ArrayList<>();
        List<CompletableFuture<Void>> bad = new ArrayList<>();
        calls().open(CALL, Mode.VIDEO, NOW);
        for (int i = 0; i < 50; i++) {
            good.add(calls().saveMember(CALL, member("person-" + i, "secret")));
            bad.add(calls().saveMode(new CallId("nobody's"), Mode.PHOTO));
        }

        get(CompletableFuture.allOf(good.toArray(CompletableFuture[]::new)));
        assertThat(bad)
                .allSatisfy(write -> assertThatThrownBy(() -> get(write)).hasCauseInstanceOf(StoreException.class));
        assertThat(opened().members()).hasSize(50);
    }

    @Test
    void aReadSeesEveryWriteThatHadCompleted() throws Exception {
        opened();
        for (int i = 0; i < 100; i++) {
            Mode mode = i % 2 == 0 ? Mode.PHOTO : Mode.VIDEO;
            get(calls().saveMode(CALL, mode));
            assertThat(get(calls().find(CALL)).orElseThrow().mode()).isEqualTo(mode);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE call; --",
                "\"quoted\"",
                "%_\\",
                "../../etc/passwd",
                "a,b",
                "\uD83D\uDC69\u200D\uD83D\uDD27",
                "?1",
                "NULL"
            })
    void hostileTextComesBackUnchanged(String text) throws Exception {
        CallId call = new CallId(text.replace(" ", ""));
        PersonId person = new PersonId(text.replace(" ", ""));
        Grant grant = new Grant(call, person, text, Role.EXPERT, ClientKind.WEB, Optional.empty());
        StoredMember member = new StoredMember(grant, Set.of(hash(text)));
        get(calls().open(call, Mode.VIDEO, NOW));
        get(calls().saveMember(call, member));

        reopen();

        assertThat(get(calls().find(call)).orElseThrow().members()).containsExactly(member);
    }
}
