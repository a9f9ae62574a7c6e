package io.pinhole.loadtest.demo;

import java.io.IOException;
import java.util.List;

/** Has the scenes played one after the other. */
final class Director {

    private final List<Act> acts;

    Director(Cast cast) {
        Props props = cast.props();
        acts = List.of(
                new EntryAct(cast),
                new RulesAct(props),
                new PoorLineAct(cast.lines().operator(), props),
                new FirstShotAct(props),
                new MoreShotsAct(),
                new MovesAct(),
                new DraftAct(props),
                new LostLineAct(cast),
                new SavingAct(cast),
                new LeavingAct());
    }

    /** @throws IOException if the story cannot go on */
    void play(Stage stage) throws IOException, InterruptedException {
        for (Act act : acts) {
            stage.begin(act.scene());
            act.play(stage);
        }
    }
}
