package io.pinhole.loadtest.join;

import io.pinhole.client.Download;
import io.pinhole.client.PinholeClient;
import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.PreparedRendition;
import io.pinhole.client.Share;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what a script says, and notes what became of it. On the script's thread. */
final class Actor {

    private final PinholeClient client;
    private final Album album;
    private final Journal journal;
    private final Sketches sketches;
    private @Nullable Download opened;
    private @Nullable Share draft;

    Actor(PinholeClient client, Album album, Sketches sketches, Journal journal) {
        this.client = client;
        this.album = album;
        this.sketches = sketches;
        this.journal = journal;
    }

    void mode(Mode mode) {
        follow("mode", client.switchMode(mode));
    }

    /** @param publish whether everybody is to see it at once */
    void share(PreparedPhoto photo, boolean publish) {
        album.shared(photo);
        Event event = Event.of("shared").with(photo.id()).with("title", photo.title());
        for (PreparedRendition rendition : photo.renditions()) {
            String name = rendition.info().rendition().name().toLowerCase(Locale.ROOT);
            event.with(name, rendition.info().size());
            rendition.info().sha256().ifPresent(hash -> event.with(name + "Sha256", hash.hex()));
        }
        journal.note(event);
        Share share = publish ? client.share(photo) : client.draft(photo);
        if (!publish) {
            draft = share;
            sketches.follow(photo.id());
        }
        follow("published", photo.id(), share.published());
        follow("share-stored", photo.id(), share.stored());
    }

    /** Shares what the camera takes next. */
    void shoot() {
        album.nextShot().ifPresentOrElse(photo -> share(photo, true), () -> missed("key", "no shot is left"));
    }

    /** Shows everybody the draft, with what was drawn on it. */
    void publish() {
        if (draft == null) {
            missed("publish", "there is no draft");
        } else {
            draft.publish();
        }
    }

    /** @param wanted empty: the photo that came last into the list, or was shared last here */
    void follow(Optional<PhotoId> wanted) {
        wanted.or(album::lastListed)
                .or(album::lastShared)
                .ifPresentOrElse(sketches::follow, () -> missed("follow", "no photo is in the list"));
    }

    void draw(String action, Consumer<Sketch> change) {
        sketches.draw(action, change);
    }

    /** @param wanted empty: the photo that came last into the list */
    void open(Optional<PhotoId> wanted, boolean fullScreen) {
        wanted.or(album::lastListed)
                .ifPresentOrElse(
                        photo -> {
                            client.view(photo, fullScreen);
                            sketches.follow(photo);
                            Download download = client.open(photo, Rendition.WORKING);
                            opened = download;
                            album.opened(download);
                        },
                        () -> missed("open", "no photo is in the list"));
    }

    void close() {
        if (opened != null) {
            opened.shut();
            opened = null;
        }
        client.viewList();
    }

    void list() {
        client.viewList();
    }

    /** @param wanted empty: the one that was shared last here */
    void rename(Optional<PhotoId> wanted, String title) {
        wanted.or(album::lastShared)
                .ifPresentOrElse(
                        photo -> follow("rename", client.rename(photo, title)),
                        () -> missed("rename", "no photo was shared here"));
    }

    void withdraw(Optional<PhotoId> wanted) {
        wanted.or(album::lastShared)
                .ifPresentOrElse(
                        photo -> follow("withdraw", client.withdraw(photo)),
                        () -> missed("withdraw", "no photo was shared here"));
    }

    void leave() {
        client.leave();
    }

    void end() {
        follow("end", client.end());
    }

    void drop() {
        client.networkChanged();
    }

    void missed(String action, String why) {
        journal.note(Event.of("failed").with("action", action).with("message", why));
    }

    private void follow(String action, CompletableFuture<Void> answer) {
        answer.whenComplete((done, failure) -> {
            if (failure == null) {
                journal.note(Event.of("done").with("action", action));
            } else {
                journal.note(Event.of("failed").with("action", action).with(failure));
            }
        });
    }

    private void follow(String what, PhotoId photo, CompletableFuture<Void> progress) {
        progress.whenComplete((done, failure) -> {
            if (failure == null) {
                journal.note(Event.of(what).with(photo));
            } else {
                journal.note(Event.of("failed").with("action", what).with(photo).with(failure));
            }
        });
    }
}
