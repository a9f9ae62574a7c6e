package io.pinhole.relay.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.config.ConfigException;

/** Opens listening ports. */
public final class Ports {

    private Ports() {}

    /** @throws ConfigException naming the address and what is wrong with it */
    public static Channel bind(ServerBootstrap bootstrap, Address address) {
        ChannelFuture bound = bootstrap.bind(address.socketAddress()).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new ConfigException(
                    "cannot listen at " + address + ": " + bound.cause().getMessage()
                            + "; choose another with an option or in the file",
                    bound.cause());
        }
        return bound.channel();
    }
}
