package io.pinhole.protocol.link;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import java.util.function.BooleanSupplier;

/**
 * Whether TCP holds bytes back that it was given, because it repairs a loss or its congestion window is full. A piece of
 * a photo that is written then would only stand before the voice that comes next. Known on Linux, with the native
 * transport; elsewhere the answer is no, and the {@link BulkWindow} has to do.
 */
final class KernelBacklog implements BooleanSupplier {

    /** What a voice flush and the piece that comes with it may need. */
    private static final int SPARE_PACKETS = 2;

    private final EpollSocketChannel channel;
    private final EpollTcpInfo info = new EpollTcpInfo();

    private KernelBacklog(EpollSocketChannel channel) {
        this.channel = channel;
    }

    static BooleanSupplier of(Channel channel) {
        return channel instanceof EpollSocketChannel epoll ? new KernelBacklog(epoll) : () -> false;
    }

    @Override
    public boolean getAsBoolean() {
        if (!channel.isActive()) {
            return false;
        }
        try {
            channel.tcpInfo(info);
        } catch (ChannelException e) {
            return false; // it is being closed
        }
        long flying = info.unacked() - info.sacked() - info.lost() + info.retrans();
        return flying + SPARE_PACKETS > info.sndCwnd();
    }
}
