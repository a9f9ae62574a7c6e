package io.pinhole.client;

import io.netty.channel.ChannelHandlerContext;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.link.FrameDecoder;
import io.pinhole.protocol.link.LinkHandler;
import io.pinhole.protocol.link.LinkMeter;

/** The moment when a connection is there and a link begins on it. */
final class LinkStart {

    private LinkStart() {}

    /** Puts the link at the end of the pipeline and removes who watched until now. */
    static void at(ChannelHandlerContext watch, Dialer.Attempt attempt, LinkMeter meter) {
        watch.pipeline()
                .addLast(
                        new FrameDecoder(FrameType.Sender.RELAY, FrameReader.MAX_FRAME_BYTES, meter),
                        new LinkHandler(FrameType.Sender.RELAY, meter, attempt::linked));
        watch.pipeline().remove(watch.handler());
        attempt.open();
    }
}
