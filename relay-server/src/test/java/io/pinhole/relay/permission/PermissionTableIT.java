package io.pinhole.relay.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.FrameType;
import io.pinhole.relay.auth.Permissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: everything that a client can ask, asked by each role with each kind of token. */
class PermissionTableIT {

    /**
     * For each thing that is asked: the rights that it takes, and what becomes of it when the token has no list of
     * rights, lists only these, lists all but the last of these, lists all.
     *
     * <pre>
     *   +  done              t  RIGHT_MISSING        p  PHOTO_NOT_YOURS
     *   -  nothing is told   r  ROLE_NOT_ALLOWED     w  WIDGET_NOT_YOURS
     *                        c  CLIENT_NOT_ALLOWED   l  WIDGET_LOCKED
     * </pre>
     */
    static final String TABLE = """
                                         |                   | field operator       |        |
                                         |                   | mobile | not mobile  | expert | observer
            -----------------------------+-------------------+--------+-------------+--------+---------
            talk                         | talk              | ++t+   | ++t+        | ++t+   | t+t+
            listen                       |                   | ++++   | ++++        | ++++   | ++++
            switch the mode              | switch-mode       | ++t+   | ++t+        | ++t+   | rrrr
            -----------------------------+-------------------+--------+-------------+--------+---------
            offer a photo                | share             | ++t+   | cccc        | rrrr   | rrrr
            offer it again               | share             | ++t+   | cccc        | rrrr   | rrrr
            upload it                    | share             | ++t+   | cccc        | rrrr   | rrrr
            publish it                   | share             | ++t+   | cccc        | rrrr   | rrrr
            rename one's own photo       | share             | ++t+   | cccc        | rrrr   | rrrr
            withdraw one's own photo     | share             | ++t+   | cccc        | rrrr   | rrrr
            rename another's photo       | share             | pptp   | cccc        | rrrr   | rrrr
            withdraw another's photo     | share             | pptp   | cccc        | rrrr   | rrrr
            -----------------------------+-------------------+--------+-------------+--------+---------
            create a widget              | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            point                        | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            show a stroke                | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            change one's own             | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            append to one's own ink      | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            reorder one's own            | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            delete one's own             | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            restore one's own            | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            clear one's own              | annotate          | ++t+   | ++t+        | ++t+   | t+t+
            append to another's ink      | annotate          | wwtw   | wwtw        | wwtw   | twtw
            restore what another deleted | annotate          | wwtw   | wwtw        | wwtw   | twtw
            -----------------------------+-------------------+--------+-------------+--------+---------
            change another's             | annotate moderate | wwww   | wwww        | ++w+   | twww
            reorder another's            | annotate moderate | wwww   | wwww        | ++w+   | twww
            delete another's             | annotate moderate | wwww   | wwww        | ++w+   | twww
            change what another locked   | annotate moderate | llll   | llll        | ++l+   | tlll
            clear all                    | annotate moderate | rrrr   | rrrr        | ++t+   | trrr
            lock                         | annotate moderate | rrrr   | rrrr        | ++t+   | trrr
            unlock                       | annotate moderate | rrrr   | rrrr        | ++t+   | trrr
            -----------------------------+-------------------+--------+-------------+--------+---------
            see the list                 | view              | ++-+   | ++-+        | ++-+   | ++-+
            be shown a new photo         | view              | ++-+   | ++-+        | ++-+   | ++-+
            see where others look        | view              | ++-+   | ++-+        | ++-+   | ++-+
            look at a photo              | view              | ++t+   | ++t+        | ++t+   | ++t+
            follow the widgets           | view              | ++t+   | ++t+        | ++t+   | ++t+
            open a preview               | view              | ++t+   | ++t+        | ++t+   | ++t+
            have seen a preview          | view              | ++t+   | ++t+        | ++t+   | ++t+
            open a working copy          | view              | ++t+   | ++t+        | ++t+   | ++t+
            have seen a working copy     | view              | ++t+   | ++t+        | ++t+   | ++t+
            open an original             | original          | ++t+   | ++t+        | ++t+   | t+t+
            have seen an original        | original          | ++t+   | ++t+        | ++t+   | t+t+
            -----------------------------+-------------------+--------+-------------+--------+---------
            save                         | save              | ++t+   | ++t+        | ++t+   | rrrr
            -----------------------------+-------------------+--------+-------------+--------+---------
            end the call                 | end               | ++t+   | ++t+        | ++t+   | rrrr
            """;

    /** What carries no request of its own: the link's frames, those that belong to another, and the end of a reading. */
    private static final Set<FrameType> NOT_ASKING = EnumSet.of(
            FrameType.STAMP,
            FrameType.FEEDBACK,
            FrameType.FRAGMENT,
            FrameType.PING,
            FrameType.PONG,
            FrameType.CLOSE,
            FrameType.CHUNK,
            FrameType.CHUNK_AT,
            FrameType.STROKE_INK,
            FrameType.SHUT);

    @RegisterExtension
    static final World WORLD = new World(Permissions.standard());

    static Stream<Case> cases() {
        return TableReader.cases(TABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachPersonMayWhatTheTableSaysAndNoMore(Case theCase) {
        assertThat(theCase.play(WORLD)).as(theCase.toString()).isEqualTo(theCase.expected());
    }

    @Test
    void everythingThatCanBeAskedIsInTheTable() {
        assertThat(cases().map(Case::asked).collect(Collectors.toSet())).isEqualTo(Deeds.names());
        Set<FrameType> asked = EnumSet.complementOf(EnumSet.copyOf(NOT_ASKING));
        asked.removeIf(type -> type.sender() == FrameType.Sender.RELAY);
        assertThat(Deeds.names().stream().map(name -> Deeds.named(name).frame()).collect(Collectors.toSet()))
                .isEqualTo(asked);
    }
}
