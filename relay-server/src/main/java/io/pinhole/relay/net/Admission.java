package io.pinhole.relay.net;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds the connections that have not yet said who they are, in all and from one address. Any thread. */
public final class Admission {

    private final int most;
    private final int mostPerAddress;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();

    public Admission(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** @return false if there are too many already; nothing is to be given back then */
    public boolean enter(InetAddress from) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return false;
        }
        if (perAddress.merge(from, 1, Integer::sum) > mostPerAddress) {
            leave(from);
            return false;
        }
        return true;
    }

    /** The connection is authenticated, or over. */
    public void leave(InetAddress from) {
        all.decrementAndGet();
        perAddress.computeIfPresent(from, (address, n) -> n > 1 ? n - 1 : null);
    }

    public int unauthenticated() {
        return all.get();
    }
}
