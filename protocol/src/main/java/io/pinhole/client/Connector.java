package io.pinhole.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.link.LineMemory;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkOwner;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection to the relay: dials, and dials again until an end is final; while the line stands still, lets
 * others {@link Race} against the one there is. On the client's loop.
 */
final class Connector {

    private static final Refusal STOOD_STILL = Refusal.of(Code.HEARTBEAT_LOST, "the line stood still");

    private final ClientConfig config;
    private final Credentials credentials;
    private final Call call;
    private final Dialer dialer;
    private final Backoff backoff;
    private final EventLoop loop;
    private final Lifecycle lifecycle;
    private final Race race;
    private @Nullable Connection current;
    private @Nullable LineMemory memory;
    private @Nullable ScheduledFuture<?> nextAttempt;
    private boolean leaving;
    private boolean over;

    /** Told of the beginning and the end of being in a call. */
    interface Lifecycle {
        void joined(Welcome welcome);

        void ended(Refusal reason);
    }

    /** What a connector works with. */
    record Parts(ClientConfig config, Credentials credentials, Call call, Dialer dialer, Backoff backoff) {}

    Connector(Parts parts, EventLoop loop, Lifecycle lifecycle) {
        this.config = parts.config;
        this.credentials = parts.credentials;
        this.call = parts.call;
        this.dialer = parts.dialer;
        this.backoff = parts.backoff;
        this.loop = loop;
        this.lifecycle = lifecycle;
        this.race = new Race(dialer, loop, Connection::new);
    }

    void dial() {
        assert loop.inEventLoop();
        nextAttempt = null;
        if (!over) {
            Connection connection = new Connection();
            current = connection;
            connection.hangUp = dialer.dial(connection);
        }
    }

    /** The way to the relay is another one now: what there is of a connection is worth nothing. */
    void networkChanged() {
        if (over) {
            return;
        }
        abandonCurrent();
        backoff.reset();
        call.events()
                .tell(listener -> listener.reconnecting(Refusal.of(Code.HEARTBEAT_LOST, "the network changed"), 0));
        dial();
    }

    void leave() {
        if (over) {
            return;
        }
        leaving = true;
        race.end();
        Close close = Close.of(Code.LEFT, "");
        if (current != null && current.session != null) {
            current.session.leave(close);
        } else {
            abandonCurrent();
            end(close.reason());
        }
    }

    private void abandonCurrent() {
        race.end();
        if (nextAttempt != null) {
            nextAttempt.cancel(false);
            nextAttempt = null;
        }
        Connection connection = current;
        if (connection != null) {
            current = null;
            connection.abandon();
            call.lost();
        }
    }

    private void lost(Refusal reason) {
        race.end();
        current = null;
        call.lost();
        if (leaving || !credentials.mayReturnAfter(reason)) {
            end(leaving ? Refusal.of(Code.LEFT, "") : reason);
            return;
        }
        long delay = backoff.nextMillis(reason.retryAfterMillis());
        call.events().tell(listener -> listener.reconnecting(reason, delay));
        nextAttempt = loop.schedule(this::dial, delay, TimeUnit.MILLISECONDS);
    }

    private void end(Refusal reason) {
        over = true;
        call.end(reason);
        lifecycle.ended(reason);
    }

    /** One attempt, and the session that comes of it. */
    private final class Connection implements Race.Runner, SessionOwner {

        private Runnable hangUp = () -> {};
        private @Nullable Session session;

        @Override
        public void answered() {}

        @Override
        public LinkOwner linked(Link link) {
            Session begun = new Session(link, call, this);
            session = begun;
            if (memory != null) {
                link.recall(memory);
            }
            return begun;
        }

        @Override
        public void open() {
            if (session != null) {
                session.begin(new Hello(
                        Hello.VERSION,
                        Set.of(Capability.ANNOTATE, Capability.CAPTURE),
                        credentials.next(),
                        config.clientName(),
                        config.clientVersion()));
                if (call.state().wasJoined()) {
                    call.speaking().begin(session.line()); // who comes back need not wait for an answer to be heard
                }
            }
        }

        /** The relay, too, lets the newest connection win. */
        @Override
        public void won(Runnable toHangUp) {
            abandonCurrent();
            hangUp = toHangUp;
            current = this;
            call.events().tell(listener -> listener.reconnecting(STOOD_STILL, 0));
        }

        @Override
        public void stalled(boolean stalled) {
            if (current != this || leaving) {
                return;
            }
            if (stalled) {
                remember();
                race.begin(memory == null ? 0 : memory.roundTripMillis());
            } else {
                race.end();
            }
        }

        @Override
        public void failed(Throwable cause) {
            if (current == this) {
                lost(Refusal.of(Code.HEARTBEAT_LOST, "no connection: " + Causes.sentence(cause)));
            }
        }

        @Override
        public void welcomed(Line line, Welcome welcome) {
            credentials.renew(welcome.call(), welcome.resumeSecret());
            backoff.reset();
            call.joined(line, welcome);
            lifecycle.joined(welcome);
        }

        @Override
        public void closed(Refusal reason) {
            if (current == this) {
                remember();
                lost(reason);
            }
        }

        private void remember() {
            if (session != null) {
                session.link().memory(known -> memory = known);
            }
        }

        private void abandon() {
            remember();
            if (session != null) {
                session.abandon();
            }
            hangUp.run();
        }
    }
}
