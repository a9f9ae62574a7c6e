package io.pinhole.loadtest.poor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Two people, a relay, and one poor line between them. */
@Command(
        name = "poor-link",
        description =
                "Voice, notes and a photo over one poor line: how late, how long, and how far from what is possible.")
public final class PoorLinkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--link", split = ",", defaultValue = "L1", description = "Scenes by name, or all.")
    private List<String> links = new ArrayList<>();

    @Option(names = "--direction", defaultValue = "both")
    private String direction = "both";

    @Option(names = "--transport", split = ",", defaultValue = "tls")
    private List<String> transports = new ArrayList<>();

    @Option(names = "--runs", defaultValue = "1")
    private int runs;

    @Option(names = "--kernel")
    private boolean kernel;

    @Option(names = "--cc", split = ",", defaultValue = "cubic")
    private List<String> congestion = new ArrayList<>();

    @Option(names = "--lab", hidden = true, defaultValue = "loadtest/lab/lab")
    private Path lab;

    @Option(names = "--load", hidden = true, defaultValue = "photo")
    private String load;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Stage stage = new Stage(kernel ? new KernelGround(lab.toAbsolutePath()) : new UserSpaceGround(), 8);
        try {
            for (String link : links) {
                Scene scene = Scenes.named(link).orElseThrow(() -> new ParameterException(spec.commandLine(), link));
                for (Direction way : Direction.values()) {
                    if (!direction.equals("both") && !direction.equals(way.word())) {
                        continue;
                    }
                    for (String transport : transports) {
                        for (int number = 1; number <= runs; number++) {
                            Run run = new Run(
                                    scene,
                                    way,
                                    Transport.valueOf(transport.toUpperCase(Locale.ROOT)),
                                    Load.valueOf(load.toUpperCase(Locale.ROOT)),
                                    number,
                                    kernel ? Optional.of(congestion.get(0)) : Optional.empty());
                            out.println(run.key());
                            out.flush();
                            for (Map.Entry<String, Double> figure :
                                    stage.play(run).values().entrySet()) {
                                out.printf(Locale.ROOT, "  %-24s %12.2f%n", figure.getKey(), figure.getValue());
                            }
                            out.flush();
                        }
                    }
                }
            }
            return ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
