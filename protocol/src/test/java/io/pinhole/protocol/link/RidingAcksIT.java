package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.epoll.EpollChannelOption;
import org.junit.jupiter.api.Test;

final class RidingAcksIT {

    @Test
    void tcp_does_not_acknowledge_at_once_any_more() throws InterruptedException {
        try (EpollPair pair = new EpollPair()) {
            pair.client().config().setOption(EpollChannelOption.TCP_QUICKACK, true);
            RidingAcks.askFor(pair.client());
            assertThat(pair.client().config().getOption(EpollChannelOption.TCP_QUICKACK))
                    .isFalse();
        }
    }

    @Test
    void of_a_closed_channel_and_of_other_transports_nothing_is_asked() throws InterruptedException {
        EmbeddedChannel embedded = new EmbeddedChannel();
        RidingAcks.askFor(embedded);
        embedded.finishAndReleaseAll();
        try (EpollPair pair = new EpollPair()) {
            Channel client = pair.client();
            client.close().sync();
            assertThatCode(() -> RidingAcks.askFor(client)).doesNotThrowAnyException();
        }
    }
}
