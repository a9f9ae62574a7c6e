package io.pinhole.testing;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class while which a Netty buffer was dropped without a release. Registered for all classes. */
public final class LeakExtension implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> leaks = LeakReports.drain();
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    leaks.size() + " leaked in " + context.getDisplayName() + "\n" + String.join("\n", leaks));
        }
    }
}
