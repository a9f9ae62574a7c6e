package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Rename;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Shown;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Withdraw;
import io.pinhole.relay.fixture.TestPhoto;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a client can ask of photos. */
final class PhotoDeeds {

    private static final String TITLE = "Valve";

    private final Map<String, Deed> all = new LinkedHashMap<>();

    private PhotoDeeds() {
        share();
        change("one's own", stage -> stage.album().shareFirst(), Album::first);
        change("another's", stage -> stage.album().shareCarls(), Album::carls);
        look();
        open("a preview", Rendition.PREVIEW);
        open("a working copy", Rendition.WORKING);
        open("an original", Rendition.ORIGINAL);
    }

    static Map<String, Deed> all() {
        return new PhotoDeeds().all;
    }

    private void share() {
        all.put(
                "offer a photo",
                new Deed(
                        FrameType.OFFER,
                        stage -> {},
                        stage -> stage.asks(stage.album().next()::offer),
                        Stage::nothingChanged)); // before it is published it is nobody's business
        all.put(
                "offer it again",
                new Deed(
                        FrameType.OFFER,
                        stage -> stage.album().offerNext(),
                        stage -> stage.asks(stage.album().next()::offer),
                        Stage::nothingChanged));
        all.put(
                "upload it",
                new Deed(
                        FrameType.UPLOAD,
                        stage -> stage.album().publishNext(),
                        stage -> stage.album().uploadNext(),
                        stage -> bobSees(stage, Album::next, e -> e.state() == PhotoState.STORED)));
        all.put(
                "publish it",
                new Deed(
                        FrameType.PUBLISH,
                        stage -> stage.album().offerNext(),
                        stage -> stage.asks(
                                n -> new Publish(n, stage.album().next().id())),
                        stage -> bobSees(stage, Album::next, e -> true)));
    }

    private void change(String whose, Consumer<Stage> before, Function<Album, TestPhoto> photo) {
        all.put(
                "rename " + whose + " photo",
                new Deed(
                        FrameType.RENAME,
                        before,
                        stage -> stage.asks(
                                n -> new Rename(n, photo.apply(stage.album()).id(), TITLE)),
                        stage -> bobSees(stage, photo, e -> e.title().equals(TITLE))));
        all.put(
                "withdraw " + whose + " photo",
                new Deed(
                        FrameType.WITHDRAW,
                        before,
                        stage -> stage.asks(
                                n -> new Withdraw(n, photo.apply(stage.album()).id())),
                        stage -> bobSees(stage, photo, e -> e.state() == PhotoState.WITHDRAWN)));
    }

    private void look() {
        all.put(
                "see the list",
                new Deed(
                        FrameType.HELLO,
                        stage -> stage.album().shareCarls(),
                        stage -> told(stage, frame -> frame instanceof PhotoEntry),
                        stage -> {}));
        all.put(
                "be shown a new photo",
                new Deed(
                        FrameType.HELLO,
                        Stage::carl,
                        stage -> {
                            stage.album().shareCarls();
                            return told(stage, frame -> frame instanceof PhotoEntry || frame instanceof Opened);
                        },
                        stage -> {}));
        all.put(
                "see where others look",
                new Deed(
                        FrameType.HELLO,
                        stage -> stage.album().shareCarls(),
                        stage -> {
                            stage.bob().send(viewOf(stage.album().carls()));
                            stage.bob().sync();
                            return told(stage, frame -> frame instanceof View);
                        },
                        stage -> {}));
        all.put(
                "look at a photo",
                new Deed(
                        FrameType.SET_VIEW,
                        stage -> stage.album().shareFirst(),
                        stage -> stage.tells(
                                () -> stage.ada().send(viewOf(stage.album().first()))),
                        stage -> stage.bob()
                                .await(
                                        View.class,
                                        view -> view.participant()
                                                        == stage.ada().handle()
                                                && view.photo()
                                                        .equals(viewOf(stage.album()
                                                                        .first())
                                                                .photo()))));
    }

    private void open(String name, Rendition rendition) {
        all.put(
                "open " + name,
                new Deed(
                        FrameType.OPEN,
                        stage -> stage.album().shareFirst(),
                        stage -> stage.album().open(rendition),
                        Stage::nothingChanged)); // nobody is told of it
        all.put(
                "have seen " + name,
                new Deed(
                        FrameType.SHOWN,
                        stage -> stage.album().shareCarls(),
                        stage -> stage.tells(() ->
                                stage.ada().send(new Shown(stage.album().carls().id(), rendition))),
                        stage -> stage.carl()
                                .await(
                                        Seen.class,
                                        seen -> seen.participant()
                                                        == stage.ada().handle()
                                                && seen.rendition() == rendition)));
    }

    private static SetView viewOf(TestPhoto photo) {
        return new SetView(Optional.of(photo.id()), true);
    }

    private static void bobSees(Stage stage, Function<Album, TestPhoto> photo, Predicate<PhotoEntry> wanted) {
        PhotoId id = photo.apply(stage.album()).id();
        stage.bob().await(PhotoEntry.class, e -> e.photo().equals(id) && wanted.test(e));
    }

    /** What is told to all is told to ada before the answer to anything that she asks now. */
    private static Outcome told(Stage stage, Predicate<ServerFrame> wanted) {
        stage.ada().sync();
        return stage.ada().received(ServerFrame.class).stream().anyMatch(wanted) ? Outcome.DONE : Outcome.SILENCE;
    }
}
