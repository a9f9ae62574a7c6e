package io.pinhole.relay.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PermissionsTest {

    /** role | client | rights of a token without a list | what the list may add */
    private static final String TABLE = """
            field-operator | mobile  | talk switch-mode share annotate view original save end    |
            field-operator | desktop | talk switch-mode annotate view original save end          |
            field-operator | web     | talk switch-mode annotate view original save end          |
            expert         | mobile  | talk switch-mode annotate moderate view original save end |
            expert         | desktop | talk switch-mode annotate moderate view original save end |
            expert         | web     | talk switch-mode annotate moderate view original save end |
            observer       | mobile  | view | talk annotate original
            observer       | desktop | view | talk annotate original
            observer       | web     | view | talk annotate original
            """;

    private final Permissions permissions = Permissions.standard();

    static Stream<Arguments> rows() {
        return TABLE.lines().map(line -> {
            String[] cells = line.split("\\|", -1);
            return Arguments.of(
                    Role.of(cells[0].strip()), ClientKind.of(cells[1].strip()), rights(cells[2]), rights(cells[3]));
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void withoutAListTheTableDecides(Role role, ClientKind client, Set<Right> own, Set<Right> more) {
        assertThat(permissions.rights(grant(role, client, Optional.empty()))).isEqualTo(own);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aListOfEverythingAddsOnlyWhatTheTableOffers(Role role, ClientKind client, Set<Right> own, Set<Right> more) {
        Set<Right> all = EnumSet.copyOf(own);
        all.addAll(more);
        assertThat(permissions.rights(grant(role, client, Optional.of(EnumSet.allOf(Right.class)))))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aListOfOneGrantsThatOneOrNothing(Role role, ClientKind client, Set<Right> own, Set<Right> more) {
        for (Right right : Right.values()) {
            Set<Right> expected = own.contains(right) || more.contains(right) ? Set.of(right) : Set.of();
            assertThat(permissions.rights(grant(role, client, Optional.of(Set.of(right)))))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void requireAgreesWithRightsAndNamesTheReason(Role role, ClientKind client, Set<Right> own, Set<Right> more) {
        for (Optional<Set<Right>> list : List.<Optional<Set<Right>>>of(Optional.empty(), Optional.of(Set.of()))) {
            Grant grant = grant(role, client, list);
            for (Right right : Right.values()) {
                assertThat(refusal(grant, right)).isEqualTo(expected(grant, right, own, more));
            }
        }
    }

    @Test
    void aFieldOperatorAtADeskIsRefusedSharingForTheClientsSake() {
        Grant grant = grant(Role.FIELD_OPERATOR, ClientKind.DESKTOP, Optional.of(Set.of(Right.SHARE)));
        assertThatThrownBy(() -> permissions.require(grant, Right.SHARE))
                .hasMessage("the right to share needs the mobile application, the token says desktop");
        assertThat(refusal(grant, Right.SHARE)).contains(Code.CLIENT_NOT_ALLOWED);
    }

    @Test
    void aTableWithHolesIsRefused() {
        assertThatThrownBy(() -> new Permissions(Map.of(Right.TALK, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Code> expected(Grant grant, Right right, Set<Right> own, Set<Right> more) {
        if (own.contains(right)) {
            return grant.rights().map(list -> Code.RIGHT_MISSING);
        }
        if (more.contains(right)) {
            return Optional.of(Code.RIGHT_MISSING);
        }
        boolean onMobile = grant.role() == Role.FIELD_OPERATOR && right == Right.SHARE;
        return Optional.of(onMobile ? Code.CLIENT_NOT_ALLOWED : Code.ROLE_NOT_ALLOWED);
    }

    private Optional<Code> refusal(Grant grant, Right right) {
        try {
            permissions.require(grant, right);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.code());
        }
    }

    private static Grant grant(Role role, ClientKind client, Optional<Set<Right>> rights) {
        return new Grant(new CallId("call"), new PersonId("ada"), "Ada", role, client, rights);
    }

    private static Set<Right> rights(String words) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream(words.strip().split(" "))
                .filter(w -> !w.isEmpty())
                .map(Right::of)
                .forEach(rights::add);
        return rights;
    }
}
