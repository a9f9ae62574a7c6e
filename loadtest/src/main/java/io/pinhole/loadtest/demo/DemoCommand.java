package io.pinhole.loadtest.demo;

import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.loadtest.Main;
import io.pinhole.loadtest.local.Launcher;
import io.pinhole.loadtest.local.LocalLine;
import io.pinhole.loadtest.local.LocalRelay;
import io.pinhole.loadtest.local.TemporaryFolder;
import io.pinhole.protocol.frame.RefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what the product does, and finds out whether it did. */
@Command(
        name = "demo",
        description = "A relay, an operator and an expert on this machine: watch a call, and what came of it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything happened", "1:something did not", "2:a wrong option"})
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--photo", paramLabel = "FILE", description = "A JPEG file to share first (default: one of ours).")
    private @Nullable Path photo;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write there what was seen for each behaviour, with times of the monotonic clock.")
    private @Nullable Path json;

    @Option(names = "--patience", hidden = true, defaultValue = "400", description = "How late voice may be, in ms.")
    private long patienceMillis;

    @Option(
            names = "--wait",
            hidden = true,
            defaultValue = "10000",
            description = "How long to wait for each thing, in ms.")
    private long waitMillis;

    private final Launcher participants;
    private final Launcher relays;

    public DemoCommand() {
        this(Launcher.shortLived(Main.class.getName()), Launcher.shortLived(LocalRelay.MAIN));
    }

    DemoCommand(Launcher participants, Launcher relays) {
        this.participants = participants;
        this.relays = relays;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            requirePhoto();
            return show();
        } catch (IOException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private void requirePhoto() throws IOException {
        if (photo != null) {
            if (!Files.isRegularFile(photo)) {
                throw new ParameterException(spec.commandLine(), "--photo: there is no file " + photo);
            }
            try {
                DesktopRenditions.of(photo, DesktopRenditions.DEFAULT_MAX_SIDE);
            } catch (RefusedException e) {
                throw new ParameterException(spec.commandLine(), "--photo: " + photo + ": " + e.getMessage());
            }
        }
    }

    private int show() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        DemoReport report;
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            report = run(Props.lay(folder.path(), Optional.ofNullable(photo)), out);
        }
        out.println();
        out.print(report.text());
        out.println(report.summary((System.nanoTime() - begin) * 1e-9));
        out.flush();
        if (json != null) {
            Files.writeString(json, report.json());
        }
        return report.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private DemoReport run(Props props, PrintWriter out) throws IOException, InterruptedException {
        Timeline timeline = new Timeline(out);
        try (LocalRelay relay = LocalRelay.start(relays, props.folder());
                LocalLine line = LocalLine.to(relay.link(), LineNote.POOR);
                Stage stage = new Stage(Duration.ofMillis(waitMillis), timeline::add)) {
            out.println("A relay at " + relay.address() + " and " + relay.webSocket() + "; seconds, who, what:");
            new Director(new Cast(relay, line, props, participants)).play(stage);
            timeline.finish();
            return DemoReport.of(checks(props), stage.story());
        }
    }

    private List<Check> checks(Props props) {
        Leniency leniency = new Leniency(Duration.ofMillis(patienceMillis));
        return List.of(
                new PoorLineCheck(leniency),
                new ModeCheck(),
                new VoiceCheck(leniency),
                new ShareCheck(),
                new OneStepCheck(),
                new BoxCheck(props, FirstShotAct.NEW_TITLE),
                new LiveCheck(leniency),
                new EyeCheck(),
                new FreedomCheck(),
                new LastEditCheck(),
                new NewShotCheck(),
                new BytesCheck(props));
    }
}
