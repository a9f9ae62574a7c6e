package io.pinhole.loadtest.demo;

import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.loadtest.Main;
import io.pinhole.loadtest.local.Launcher;
import io.pinhole.loadtest.local.LineQuality;
import io.pinhole.loadtest.local.LocalLine;
import io.pinhole.loadtest.local.LocalRelay;
import io.pinhole.loadtest.local.TemporaryFolder;
import io.pinhole.protocol.frame.RefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Write there the saved photo with its widgets, a JPEG file (default: a new temporary file).")
    private @Nullable Path picture;

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
            requireFolder();
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

    private void requireFolder() {
        if (picture != null) {
            Path folder = picture.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(picture)) {
                throw new ParameterException(spec.commandLine(), "--picture: cannot be written: " + picture);
            }
        }
    }

    private int show() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        DemoReport report;
        Optional<Path> flattened;
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Props props = Props.lay(folder.path(), Optional.ofNullable(photo));
            report = run(props, out);
            flattened = keep(props.fetched(Errand.FLATTENED));
        }
        out.println();
        out.print(report.text());
        out.println(report.summary((System.nanoTime() - begin) * 1e-9));
        flattened.ifPresent(file -> out.println("the flattened picture: " + file));
        out.flush();
        if (json != null) {
            Files.writeString(json, report.json());
        }
        return report.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Where it stays, if it is there. */
    private Optional<Path> keep(Path flattened) throws IOException {
        if (!Files.exists(flattened)) {
            return Optional.empty();
        }
        Path file = picture == null ? Files.createTempFile("pinhole-", ".jpg") : picture;
        Files.copy(flattened, file, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(file);
    }

    private DemoReport run(Props props, PrintWriter out) throws IOException, InterruptedException {
        Timeline timeline = new Timeline(out);
        try (LocalRelay relay = LocalRelay.start(relays, props.folder());
                LocalLine poor = LocalLine.to(relay.link(), LineNote.POOR);
                LocalLine good = LocalLine.to(relay.web(), LineQuality.GOOD);
                Stage stage = new Stage(Duration.ofMillis(waitMillis), timeline::add)) {
            out.println("A relay at " + relay.address() + " and " + relay.webSocket() + "; seconds, who, what:");
            Lines lines = new Lines(poor, good);
            new Director(new Cast(relay, lines, props, participants)).play(stage);
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
                new CaptureCheck(props),
                new BytesCheck(props));
    }
}
