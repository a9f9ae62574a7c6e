package io.pinhole.relay.cli;

import java.lang.reflect.Proxy;

/**
 * The system's requests to end. Java's own way, the shutdown hook, says neither which request came nor that another did,
 * and exits as if killed. The class that does is not part of Java SE, so it is asked for by name.
 */
final class Signals {

    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private Signals() {}

    /**
     * From now on whoever sends a signal is answered here, on a thread of its own, and by nothing else.
     *
     * @param name without SIG, such as TERM
     * @return false if this Java cannot do that, or does something else with the signal
     */
    static boolean on(String name, Runnable answer) {
        try {
            Class<?> signal = Class.forName(SIGNAL);
            Class<?> handler = Class.forName(HANDLER);
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        answer.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
