package io.pinhole.relay.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.WireException;

/**
 * Lets through what may come now, frames that the link answers by itself included: from a stranger nothing but a hello,
 * from everybody no more than their share. On the channel's loop.
 */
final class Gate extends ChannelInboundHandlerAdapter {

    private final ConnectionMeter meter;
    private boolean open;

    Gate(ConnectionMeter meter) {
        this.meter = meter;
    }

    /** The peer is no stranger any more. */
    void open() {
        open = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws WireException {
        Frame frame = (Frame) message;
        try {
            check(frame);
        } catch (WireException e) {
            frame.release();
            throw e;
        }
        ctx.fireChannelRead(frame);
    }

    private void check(Frame frame) throws WireException {
        boolean mayBeHello = frame instanceof Stamp || frame instanceof Hello || frame instanceof Fragment;
        if (!open && !mayBeHello) {
            throw new WireException(Code.UNAUTHENTICATED, "the first frame must be HELLO, not " + frame.type());
        }
        meter.requirePace();
    }
}
