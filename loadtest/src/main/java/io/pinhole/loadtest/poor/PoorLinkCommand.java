package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.poor.Group.Effort;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Two people, a relay, and one poor line between them; beside it the same with one queue for everything. */
@Command(
        name = "poor-link",
        description =
                "Voice, notes and a photo over one poor line: how late, how long, and how far from what is possible.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all was measured, whatever the figures", "1:a run failed", "2:a wrong option"})
public final class PoorLinkCommand implements Callable<Integer> {

    private static final int LEAD_SECONDS = 5;
    private static final int LEAD_SECONDS_A_JOB = 2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--link",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "L1",
            description = "L0, L1, L2, L3, L4, both, narrow, album, outage, fall, rise, beside, or all"
                    + " (default: ${DEFAULT-VALUE}).")
    private List<String> links = new ArrayList<>();

    @Option(
            names = "--direction",
            paramLabel = "WAY",
            defaultValue = "both",
            description = "Where the photo goes: up, down or both (default: ${DEFAULT-VALUE}).")
    private String direction = "both";

    @Option(
            names = "--transport",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "tls",
            description = "tls, wss (default: ${DEFAULT-VALUE}).")
    private List<String> transports = new ArrayList<>();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "So many runs at the same time (default: ${DEFAULT-VALUE}).")
    private int jobs;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Keep the figures of each run there; a run that is there already is not repeated.")
    private @Nullable Path json;

    @Option(names = "--kernel", description = "Over the kernels' own TCP, through the laboratory. Needs root.")
    private boolean kernel;

    @Option(
            names = "--cc",
            split = ",",
            paramLabel = "NAME",
            description = "With --kernel: congestion control, cubic or bbr (default: cubic).")
    private List<String> congestionControls = new ArrayList<>();

    @Option(names = "--no-control", hidden = true, description = "Leave out what it is compared with.")
    private boolean noControl;

    @Option(names = "--lab", hidden = true, description = "The laboratory's script.")
    private @Nullable Path lab;

    @Override
    public Integer call() throws InterruptedException {
        List<Group> groups = groups();
        Stage stage = new Stage(ground(), LEAD_SECONDS + LEAD_SECONDS_A_JOB * jobs);
        PrintWriter out = spec.commandLine().getOut();
        try (Season season = new Season(stage, Results.of(Optional.ofNullable(json)), jobs, out)) {
            return season.play(groups) == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private Ground ground() {
        if (!kernel) {
            return new UserSpaceGround();
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            throw wrong("--kernel makes network namespaces: only root may");
        }
        Path script = lab == null ? besideProgram() : lab.toAbsolutePath();
        if (!Files.isExecutable(script)) {
            throw wrong("--kernel: the laboratory is not at " + script);
        }
        return new KernelGround(script);
    }

    /** The program is built beside the laboratory's sources. */
    private static Path besideProgram() {
        try {
            Path program = Path.of(PoorLinkCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return program.resolveSibling("../lab/lab").normalize();
        } catch (URISyntaxException e) {
            throw new AssertionError("a location is a URI", e);
        }
    }

    private List<Group> groups() {
        if (runs < 1 || jobs < 1) {
            throw wrong("--runs and --jobs are at least 1");
        }
        if (!kernel && !congestionControls.isEmpty()) {
            throw wrong("--cc is for --kernel");
        }
        Effort effort = new Effort(runs, !noControl);
        List<Group> groups = new ArrayList<>();
        for (Scene scene : scenes()) {
            // With such a line at both ends, up is down.
            Set<Direction> ways = scene.both() ? EnumSet.of(Direction.UP) : directions();
            for (Direction way : ways) {
                for (String transport : transports) {
                    grounds().forEach(cc -> groups.add(new Group(scene, way, transport(transport), cc, effort)));
                }
            }
        }
        return groups;
    }

    private List<Scene> scenes() {
        if (links.contains("all")) {
            return Scenes.ALL;
        }
        return links.stream()
                .map(name -> Scenes.named(name)
                        .orElseThrow(() -> wrong("--link " + name + " is none of "
                                + Scenes.ALL.stream().map(Scene::name).collect(Collectors.joining(", ")))))
                .toList();
    }

    private Set<Direction> directions() {
        return switch (direction.toLowerCase(Locale.ROOT)) {
            case "up" -> EnumSet.of(Direction.UP);
            case "down" -> EnumSet.of(Direction.DOWN);
            case "both" -> EnumSet.allOf(Direction.class);
            default -> throw wrong("--direction is up, down or both, not " + direction);
        };
    }

    private Transport transport(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tls" -> Transport.TLS;
            case "wss" -> Transport.WSS;
            default -> throw wrong("--transport is tls or wss, not " + name);
        };
    }

    private List<Optional<String>> grounds() {
        if (!kernel) {
            return List.of(Optional.empty());
        }
        List<String> named = congestionControls.isEmpty() ? List.of("cubic") : congestionControls;
        return named.stream().map(Optional::of).toList();
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
