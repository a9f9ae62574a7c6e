package io.pinhole.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkOwner;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one connection to the relay: dials, and dials again until an end is final. On the client's loop. */
final class Connector {

    private final ClientConfig config;
    private final Credentials credentials;
    private final Call call;
    private final Dialer dialer;
    private final Backoff backoff;
    private final EventLoop loop;
    private final Lifecycle lifecycle;
    private @Nullable Connection current;
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
        abandon();
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
        Close close = Close.of(Code.LEFT, "");
        if (current != null && current.session != null) {
            current.session.leave(close);
        } else {
            abandon();
            end(close.reason());
        }
    }

    private void abandon() {
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
    private final class Connection implements Dialer.Attempt, SessionOwner {

        private Runnable hangUp = () -> {};
        private @Nullable Session session;

        @Override
        public LinkOwner linked(Link link) {
            Session begun = new Session(link, call, this);
            session = begun;
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
                lost(reason);
            }
        }

        private void abandon() {
            if (session != null) {
                session.abandon();
            }
            hangUp.run();
        }
    }
}
