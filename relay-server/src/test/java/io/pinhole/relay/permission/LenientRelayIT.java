package io.pinhole.relay.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.auth.Permissions.Rule;
import io.pinhole.relay.permission.Case.Who;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of permissions is not fulfilled by a relay that lets every role do everything. */
class LenientRelayIT {

    @RegisterExtension
    static final World WORLD = new World(new Permissions(Arrays.stream(Right.values())
            .collect(Collectors.toMap(Function.identity(), right -> Collections.nCopies(3, Rule.YES)))));

    private static final Who EXPERT = new Who(Role.EXPERT, ClientKind.DESKTOP, Rights.NO_LIST, Entrance.BY_TOKEN);

    @ParameterizedTest
    @CsvSource({
        "OBSERVER,       WEB,     NO_LIST,          talk,             RIGHT_MISSING",
        "OBSERVER,       WEB,     NO_LIST,          switch the mode,  ROLE_NOT_ALLOWED",
        "OBSERVER,       WEB,     ALL,              switch the mode,  ROLE_NOT_ALLOWED",
        "OBSERVER,       WEB,     NO_LIST,          create a widget,  RIGHT_MISSING",
        "OBSERVER,       WEB,     NO_LIST,          point,            RIGHT_MISSING",
        "OBSERVER,       WEB,     ONLY_THESE,       lock,             ROLE_NOT_ALLOWED",
        "OBSERVER,       WEB,     NO_LIST,          open an original, RIGHT_MISSING",
        "OBSERVER,       WEB,     NO_LIST,          end the call,     ROLE_NOT_ALLOWED",
        "FIELD_OPERATOR, DESKTOP, NO_LIST,          offer a photo,    CLIENT_NOT_ALLOWED",
        "FIELD_OPERATOR, MOBILE,  ALL,              clear all,        ROLE_NOT_ALLOWED",
        "FIELD_OPERATOR, MOBILE,  NO_LIST,          change another's, WIDGET_NOT_YOURS",
        "EXPERT,         MOBILE,  NO_LIST,          publish it,       ROLE_NOT_ALLOWED"
    })
    void aRowOfTheTableComesOutDifferently(
            Role role, ClientKind client, Rights rights, String asked, Outcome expected) {
        Case theCase = PermissionTableIT.cases()
                .filter(c -> c.asked().equals(asked))
                .filter(c -> c.who().equals(new Who(role, client, rights, Entrance.BY_TOKEN)))
                .findFirst()
                .orElseThrow();
        assertThat(theCase.expected()).isEqualTo(expected);
        assertThat(theCase.play(WORLD)).isEqualTo(Outcome.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch the mode",
                "rename one's own photo",
                "publish it",
                "look at a photo",
                "create a widget",
                "point",
                "show a stroke"
            })
    void whatIsDoneDoesNotPassForNothing(String asked) {
        try (Stage stage = after(asked)) {
            assertThatThrownBy(stage::nothingChanged).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void whatIsSaidDoesNotPassForNothing() {
        try (Stage stage = after("talk")) {
            Deeds.named("talk").seen().accept(stage);
            assertThatThrownBy(stage::nothingChanged).isInstanceOf(AssertionError.class);
        }
    }

    private static Stage after(String asked) {
        Deed deed = Deeds.named(asked);
        Stage stage = new Stage(WORLD);
        deed.before().accept(stage);
        stage.enter(new Case(EXPERT, asked, List.of(), Outcome.DONE));
        assertThat(deed.ask().apply(stage)).isEqualTo(Outcome.DONE);
        return stage;
    }
}
