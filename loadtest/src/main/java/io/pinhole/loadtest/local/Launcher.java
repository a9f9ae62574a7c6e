package io.pinhole.loadtest.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts one of our programs. */
public interface Launcher {

    /** @param log takes what it prints */
    Program start(List<String> arguments, Path log) throws IOException;

    /** In a process of its own that ends after some seconds: less is spent on making it fast. */
    static Launcher shortLived(String mainClass) {
        return (arguments, log) -> JavaProcess.startShortLived(mainClass, arguments, log);
    }

    /**
     * As above, by another command, such as one that changes the network.
     *
     * @param prefix of the command; it must become our program, not start it
     */
    static Launcher shortLived(List<String> prefix, String mainClass) {
        return (arguments, log) -> JavaProcess.startShortLived(prefix, mainClass, arguments, log);
    }
}
