package io.pinhole.relay.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.link.FrameDecoder;
import io.pinhole.protocol.link.LinkHandler;
import io.pinhole.protocol.link.Transport;
import io.pinhole.relay.call.Doorman;
import io.pinhole.relay.config.AuthConfig;
import io.pinhole.relay.config.ConnectionConfig;
import io.pinhole.relay.metrics.Meters;

/** What a client's bytes pass through once its transport has done its part: the same for all transports. */
public final class ClientPipeline {

    private static final long DRAIN_MILLIS = 4000;

    private final AuthConfig auth;
    private final ConnectionConfig limits;
    private final Admission admission;
    private final Doorman doorman;
    private final Meters meters;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    public ClientPipeline(AuthConfig auth, ConnectionConfig limits, Doorman doorman, Meters meters) {
        this.auth = auth;
        this.limits = limits;
        this.admission = new Admission(auth.maxUnauthenticated(), auth.maxUnauthenticatedPerAddress());
        this.doorman = doorman;
        this.meters = meters;
        meters.unauthenticated(admission, Admission::unauthenticated);
    }

    AuthConfig auth() {
        return auth;
    }

    /** For a connection that has yet to become active, and to do its TLS handshake. */
    void addTo(Channel channel) {
        assemble(channel);
    }

    /** For a connection that had another use until now, and whose handshakes are done. */
    public void takeOver(Channel channel) {
        Threshold threshold = assemble(channel);
        threshold.begin(channel.pipeline().context(threshold));
    }

    private Threshold assemble(Channel channel) {
        connections.add(channel);
        channel.config()
                .setWriteBufferWaterMark(
                        new WriteBufferWaterMark(Transport.LOW_WATER_BYTES, Transport.HIGH_WATER_BYTES));
        ConnectionMeter meter = new ConnectionMeter(meters, limits.bytesPerSecond());
        Gate gate = new Gate(meter);
        Threshold threshold = new Threshold(admission, auth, gate);
        FrameDecoder decoder = new FrameDecoder(Sender.CLIENT, auth.maxBytes(), meter);

        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(threshold);
        pipeline.addLast(decoder);
        pipeline.addLast(gate);
        pipeline.addLast(
                new LinkHandler(Sender.CLIENT, meter, link -> new Session(link, decoder, threshold, doorman, meter)));
        return threshold;
    }

    /** How many clients there are, those included that have not said who they are. */
    public int connections() {
        return connections.size();
    }

    /** Waits a little for clients that were told to go to hang up. */
    public void drain() {
        connections.newCloseFuture().awaitUninterruptibly(DRAIN_MILLIS);
    }
}
