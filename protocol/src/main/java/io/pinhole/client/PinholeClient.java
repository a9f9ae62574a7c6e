package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rename;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Request;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.Withdraw;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * One person in one call. Connects in the background, and again whenever the connection is lost, until the call is
 * over, the relay sends it away for good, or it leaves.
 *
 * <p>Every method may be called from any thread, and none waits. Futures complete, and the listener is told, on the
 * client's own loop, which must not be blocked. A request fails with a {@link
 * io.pinhole.protocol.frame.RefusedException} that bears the relay's {@link Code}, or with a {@link
 * DisconnectedException}; shares and downloads wait for the connection instead.
 */
public final class PinholeClient implements AutoCloseable {

    private static final int LAST_WORDS_SECONDS = 4;

    private final Optional<EventLoopGroup> ownGroup;
    private final EventLoop loop;
    private final Call call;
    private final Credentials credentials;
    private final Connector connector;
    private final List<Share> restored;
    private final CompletableFuture<Welcome> joined = new CompletableFuture<>();
    private final CompletableFuture<Refusal> ended = new CompletableFuture<>();

    private PinholeClient(ClientConfig config, CallListener listener) {
        ownGroup = config.group().isPresent() ? Optional.empty() : Optional.of(Loop.group());
        loop = config.group().or(() -> ownGroup).orElseThrow().next();
        call = new Call(config, listener, this::run);
        credentials = new Credentials(config);
        Dialer dialer = Dialer.of(config, loop, call.speaking());
        Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
        connector = new Connector(new Connector.Parts(config, credentials, call, dialer, backoff), loop, new Futures());
        restored =
                config.outbox().contents().photos().stream().map(this::restore).toList();
    }

    /** Begins to connect. */
    public static PinholeClient connect(ClientConfig config, CallListener listener) {
        PinholeClient client = new PinholeClient(config, listener);
        client.run(client.connector::dial);
        return client;
    }

    /** Completes when the relay lets this client in for the first time. */
    public CompletableFuture<Welcome> joined() {
        return joined.copy();
    }

    /** Completes with the reason when the call is over for this client. */
    public CompletableFuture<Refusal> ended() {
        return ended.copy();
    }

    public CallSnapshot call() {
        return call.state().snapshot();
    }

    /**
     * Says one frame, right after its last sample was there. Ticks are counted here: frames that follow each other
     * take the time of their samples, and one that comes over 100 ms late begins anew after a pause. Without a
     * connection it is dropped.
     *
     * @param opus must not be changed afterwards
     * @param level loudness, 0 (silent) to 15 (full scale), 4 dB a step
     */
    public void speak(byte[] opus, Voice.Duration duration, int level) {
        speak(Unpooled.wrappedBuffer(opus), duration, level);
    }

    /** As above; takes the buffer over, unless it is refused with an exception. */
    public void speak(ByteBuf opus, Voice.Duration duration, int level) {
        SpokenFrame frame = new SpokenFrame(opus, duration, level, System.nanoTime());
        if (!run(() -> call.speaking().speak(frame))) {
            opus.release();
        }
    }

    /** Frames that were spoken but not sent: there was no connection, or they grew too old waiting for the line. */
    public long voiceDropped() {
        return call.speaking().dropped();
    }

    /** Shares a photo with everybody; waits for a connection if there is none. */
    public Share share(PreparedPhoto photo) {
        return share(photo, true);
    }

    /** Begins to send a photo that nobody else sees before {@link Share#publish}: time to draw on it. */
    public Share draft(PreparedPhoto photo) {
        return share(photo, false);
    }

    private Share share(PreparedPhoto photo, boolean publish) {
        Share share = newShare(photo);
        if (!run(() -> call.uploads().share(photo, share, publish))) {
            share.fail(new DisconnectedException("the client is closed"));
        }
        return share;
    }

    private Share newShare(PreparedPhoto photo) {
        return new Share(photo.id(), () -> run(() -> call.publish(photo.id())));
    }

    /** Photos that the outbox held when this client began; they go on by themselves. */
    public List<Share> restored() {
        return restored;
    }

    private Share restore(KeptPhoto kept) {
        Share share = newShare(kept.photo());
        run(() -> call.restore(kept, share));
        return share;
    }

    /** The widgets of a photo, from now on as they change. */
    public Drawing follow(PhotoId photo) {
        return call.annotations().follow(photo);
    }

    /** Asks for a rendition, or returns the download of it that is under way. */
    public Download open(PhotoId photo, Rendition rendition) {
        return call.downloads().of(photo, rendition);
    }

    public CompletableFuture<Void> switchMode(Mode mode) {
        return request(number -> new SetMode(number, mode));
    }

    public CompletableFuture<Void> rename(PhotoId photo, String title) {
        return request(number -> new Rename(number, photo, title));
    }

    /** Takes one's own photo back, whether or not it is published; what is not sent of it is not sent any more. */
    public CompletableFuture<Void> withdraw(PhotoId photo) {
        return request(number -> new Withdraw(number, photo))
                .thenRun(() -> run(() -> call.uploads().withdrawn(photo)));
    }

    /** Ends the call for everybody. */
    public CompletableFuture<Void> end() {
        return request(End::new);
    }

    /** Tells the others where this person looks, also after reconnections. */
    public void view(PhotoId photo, boolean fullScreen) {
        run(() -> call.look(new SetView(Optional.of(photo), fullScreen)));
    }

    /** Tells the others that this person looks at the list. */
    public void viewList() {
        run(() -> call.look(new SetView(Optional.empty(), false)));
    }

    /** By what another client may take this person's place, such as after the application was restarted. */
    public Optional<Credential.Resume> resumption() {
        return credentials.resume();
    }

    /** Drops the connection without a word and connects anew at once, over whatever network there is now. */
    public void networkChanged() {
        run(connector::networkChanged);
    }

    /** Says good-bye. Shares and downloads that are not finished fail. */
    public CompletableFuture<Refusal> leave() {
        run(connector::leave);
        return ended();
    }

    /** Leaves, and gives the thread back. */
    @Override
    public void close() {
        leave().orTimeout(LAST_WORDS_SECONDS, TimeUnit.SECONDS)
                .whenComplete((reason, late) ->
                        ownGroup.ifPresent(group -> group.shutdownGracefully(0, LAST_WORDS_SECONDS, TimeUnit.SECONDS)));
    }

    private CompletableFuture<Void> request(IntFunction<Request> frame) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        boolean runs = run(() -> {
            Line line = call.line();
            if (line == null) {
                answer.completeExceptionally(new DisconnectedException("there is no connection"));
            } else {
                line.requests().send(frame, Outcome.of(answer));
            }
        });
        if (!runs) {
            answer.completeExceptionally(new DisconnectedException("the client is closed"));
        }
        return answer;
    }

    /** Always later, never from within a listener's call. */
    private boolean run(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private final class Futures implements Connector.Lifecycle {

        @Override
        public void joined(Welcome welcome) {
            joined.complete(welcome);
        }

        @Override
        public void ended(Refusal reason) {
            joined.completeExceptionally(Outcome.exception(reason));
            ended.complete(reason);
        }
    }
}
