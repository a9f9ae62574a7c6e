package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import java.util.List;

/**
 * One person who asks one thing.
 *
 * @param needed the rights that it takes, as the table says
 */
record Case(Who who, String asked, List<Right> needed, Outcome expected) {

    /** What the token says, and how it was used. */
    record Who(Role role, ClientKind client, Rights rights, Entrance entrance) {}

    /** Asks it; tells what became of it. Who is refused must have changed nothing, and must be able to go on. */
    Outcome play(World world) {
        Deed deed = Deeds.named(asked);
        try (Stage stage = new Stage(world)) {
            deed.before().accept(stage);
            stage.enter(this);
            Outcome outcome = deed.ask().apply(stage);
            if (outcome == Outcome.DONE) {
                deed.seen().accept(stage);
            } else if (outcome.isRefusal()) {
                stage.nothingChanged();
            }
            return outcome;
        }
    }

    @Override
    public String toString() {
        return who.role.word() + ", " + who.client.word() + ", " + who.rights.describe(needed) + who.entrance + ": "
                + asked + " -> " + expected;
    }
}
