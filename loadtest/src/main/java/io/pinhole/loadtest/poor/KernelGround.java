package io.pinhole.loadtest.poor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Lines between network namespaces of this machine, with its real TCP at both ends: needs root. */
final class KernelGround implements Ground {

    private final LabScript script;
    private final AtomicInteger count = new AtomicInteger();

    /** @param script of the laboratory */
    KernelGround(Path script) {
        this.script = new LabScript(script);
    }

    @Override
    public Site open(Run run) throws IOException, InterruptedException {
        String name = "pl" + ProcessHandle.current().pid() + "x" + count.incrementAndGet();
        return LabSite.open(script, name, run);
    }
}
