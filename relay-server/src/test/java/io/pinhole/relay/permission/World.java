package io.pinhole.relay.permission;

import io.pinhole.relay.RelayServer.Seams;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.fixture.TestClock;
import io.pinhole.relay.fixture.TestRelay;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A relay whose time can be set, for all tests of a class. */
final class World implements BeforeAllCallback, AfterAllCallback {

    private final TestClock clock = new TestClock();
    private final TestRelay relay;

    World(Permissions permissions) {
        relay = TestRelay.with(Seams.NONE.with(permissions).with(clock));
    }

    TestRelay relay() {
        return relay;
    }

    TestClock clock() {
        return clock;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        relay.beforeAll(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        relay.afterAll(context);
    }
}
