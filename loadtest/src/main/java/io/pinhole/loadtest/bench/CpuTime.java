package io.pinhole.loadtest.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time that this process had used at some moment. */
record CpuTime(long nanos) {

    static CpuTime now() {
        return new CpuTime(used());
    }

    /** Used since. */
    double seconds() {
        return (used() - nanos) * 1e-9;
    }

    private static long used() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
