package io.pinhole.client;

import java.lang.reflect.Proxy;
import java.util.List;

/** A listener that writes the name of every event into a list. */
final class EventLog {

    private EventLog() {}

    static CallListener into(List<String> events) {
        return (CallListener) Proxy.newProxyInstance(
                CallListener.class.getClassLoader(),
                new Class<?>[] {CallListener.class},
                (proxy, method, arguments) -> {
                    events.add(method.getName());
                    return null;
                });
    }
}
