package io.pinhole.client;

import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Welcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A call and its sessions, one fake connection after the other. */
final class FakeSession implements SessionOwner, AutoCloseable {

    static final Hello HELLO = new Hello(Hello.VERSION, Set.of(), new Credential.Token("jwt"), "test", "1");

    final List<String> events = new ArrayList<>();
    final List<Refusal> ends = new ArrayList<>();
    final List<Share> restored = new ArrayList<>();
    final Call call;

    private final List<FakeRelay> relays = new ArrayList<>();

    /** Runs what is put off; a channel of its own, as it outlives connections. */
    private final EmbeddedChannel loop = new EmbeddedChannel();

    FakeSession(Rendition... autoOpen) {
        this(new MemoryOutbox(), autoOpen);
    }

    /** @param outbox of this life of the application, and perhaps of one before */
    FakeSession(Outbox outbox, Rendition... autoOpen) {
        ClientConfig config = ClientConfig.to("localhost", 7400)
                .token("jwt")
                .autoOpen(autoOpen)
                .outbox(outbox)
                .build();
        call = new Call(config, EventLog.into(events), loop.eventLoop());
        outbox.contents().photos().forEach(kept -> {
            Share share = share(kept.photo().id());
            restored.add(share);
            call.restore(kept, share);
        });
    }

    /** A new connection on which the relay has said Welcome. */
    FakeRelay join() {
        FakeRelay relay = connect();
        relay.say(FakeRelay.welcome());
        return relay;
    }

    FakeRelay connect() {
        Session[] session = new Session[1];
        FakeRelay relay = new FakeRelay(link -> session[0] = new Session(link, call, this));
        relays.add(relay);
        session[0].begin(HELLO);
        relay.heard();
        return relay;
    }

    Share share(PreparedPhoto photo) {
        return share(photo, true);
    }

    Share draft(PreparedPhoto photo) {
        return share(photo, false);
    }

    private Share share(PreparedPhoto photo, boolean publish) {
        Share share = share(photo.id());
        call.uploads().share(photo, share, publish);
        return share;
    }

    private Share share(PhotoId photo) {
        return new Share(photo, () -> call.publish(photo));
    }

    Download open(PhotoId photo, Rendition rendition) {
        Download download = call.downloads().of(photo, rendition);
        settle();
        return download;
    }

    /** Lets everything happen that was put off. */
    void settle() {
        loop.runPendingTasks();
    }

    @Override
    public void close() {
        relays.forEach(FakeRelay::hangUp);
        loop.finishAndReleaseAll();
    }

    @Override
    public void welcomed(Line line, Welcome welcome) {
        call.joined(line, welcome);
    }

    @Override
    public void stalled(boolean stalled) {
        events.add(stalled ? "stalled" : "moves");
    }

    @Override
    public void closed(Refusal reason) {
        ends.add(reason);
        call.lost();
    }
}
