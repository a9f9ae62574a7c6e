package io.pinhole.protocol.link;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;

/**
 * Has TCP wait with its acknowledgements for something to ride with, as it does by itself between two who take turns.
 * Linux gives that up whenever one had to go alone after 40 ms, and from then on acknowledges each read at once, in a
 * packet of 52 bytes, on the line that a photo needs. So each record asks for it again. Known on Linux, with the native
 * transport.
 */
final class RidingAcks {

    private RidingAcks() {}

    static void askFor(Channel channel) {
        if (channel instanceof EpollSocketChannel && channel.isActive()) {
            try {
                channel.config().setOption(EpollChannelOption.TCP_QUICKACK, false);
            } catch (ChannelException e) {
                // it is being closed
            }
        }
    }
}
