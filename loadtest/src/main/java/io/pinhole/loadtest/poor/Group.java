package io.pinhole.loadtest.poor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs that are compared: those of one scene over one transport, and what they are compared with. */
record Group(Scene scene, Direction direction, Transport transport, Optional<String> congestionControl, Effort effort) {

    /**
     * How much is measured.
     *
     * @param runs of each
     * @param control whether the control too
     */
    record Effort(int runs, boolean control) {}

    /** All runs, those of the product and of the control. */
    List<Run> all() {
        List<Run> all = new ArrayList<>();
        List<Transport> both = effort.control() ? List.of(transport, Transport.PLAIN) : List.of(transport);
        for (Transport each : both) {
            for (Load load : loads()) {
                all.addAll(runs(each, load));
            }
        }
        return all;
    }

    private List<Load> loads() {
        List<Load> loads = new ArrayList<>(List.of(Load.PHOTO));
        if (scene.isLossy()) {
            loads.add(Load.QUIET);
        }
        if (scene.name().equals("L1")) {
            loads.add(Load.VOICE);
        }
        return loads;
    }

    private List<Run> runs(Transport each, Load load) {
        return IntStream.rangeClosed(1, effort.runs())
                .mapToObj(number -> new Run(scene, direction, each, load, number, congestionControl))
                .toList();
    }

    Measured measured(Transport each, Results results) {
        return new Measured(
                figures(each, Load.PHOTO, results),
                figures(each, Load.QUIET, results),
                figures(each, Load.VOICE, results));
    }

    private Figures figures(Transport each, Load load, Results results) {
        return Figures.median(runs(each, load).stream()
                .flatMap(run -> results.of(run).stream())
                .toList());
    }
}
