package io.pinhole.loadtest.poor;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.loadtest.local.Launcher;
import io.pinhole.loadtest.local.LocalLine.Carried;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of the laboratory, or two that lead to the same side. */
final class LabSite implements Site {

    private static final String SERVER = "10.77.0.2";
    private static final String SERVER_TOO = "10.77.1.2";

    private final LabScript script;
    private final String name;
    private final Thread atExit = new Thread(this::downAtExit, "takes a laboratory down");

    private LabSite(LabScript script, String name) {
        this.script = script;
        this.name = name;
    }

    static LabSite open(LabScript script, String name, Run run) throws IOException, InterruptedException {
        LabSite site = new LabSite(script, name);
        Runtime.getRuntime().addShutdownHook(site.atExit);
        try {
            LabScript.run(site.up(run));
            return site;
        } catch (IOException | InterruptedException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private List<String> up(Run run) {
        Line line = run.scene().line();
        List<String> command = script.command("up", name, "--up", spec(line.up()), "--down", spec(line.down()));
        run.congestionControl().ifPresent(cc -> command.addAll(List.of("--cc", cc)));
        command.addAll(List.of("--seed", String.valueOf(run.number())));
        if (run.scene().both()) {
            command.add("--second");
        }
        run.scene().changes().forEach(change -> command.addAll(order(change)));
        return command;
    }

    private static String spec(Way way) {
        return String.format(
                Locale.ROOT,
                "%d:%d:0:%s:%d",
                way.kilobitsPerSecond(),
                way.delayMillis(),
                way.lossPercent(),
                way.queueBytes());
    }

    private static List<String> order(Change change) {
        if (change instanceof Change.Outage outage) {
            return List.of("--blackout", outage.from() + ":" + (outage.to() - outage.from()));
        }
        if (change instanceof Change.Rate rate) {
            return List.of("--rate", rate.at() + ":" + rate.kilobitsPerSecond() + ":" + rate.kilobitsPerSecond());
        }
        return List.of(); // somebody else does it
    }

    @Override
    public void begin(long zero) throws IOException, InterruptedException {
        LabScript.run(script.command("start", name, String.valueOf(zero)));
    }

    @Override
    public String host() {
        return "0.0.0.0";
    }

    @Override
    public Launcher launcher(Place place, Class<?> program) {
        String side = switch (place) {
            case NEAR -> "b";
            case FAR -> "a";
            case FAR_TOO -> "c";
        };
        return Launcher.shortLived(script.command(side, name), program.getName());
    }

    @Override
    public InetSocketAddress route(Place place, InetSocketAddress relay) {
        return new InetSocketAddress(place == Place.FAR_TOO ? SERVER_TOO : SERVER, relay.getPort());
    }

    @Override
    public Carried carried() throws IOException, InterruptedException {
        String counters = LabScript.run(script.command("count", name, "--end", "a"));
        try {
            Map<String, Object> line = JSONObjectUtils.parse(counters);
            return new Carried(carried(line, "up"), carried(line, "down"));
        } catch (ParseException e) {
            throw new IOException("the laboratory does not count: " + counters, e);
        }
    }

    private static long carried(Map<String, Object> line, String way) throws ParseException {
        return JSONObjectUtils.getLong(JSONObjectUtils.getJSONObject(line, way), "carriedBytes");
    }

    /** Namespaces would outlive us. */
    private void downAtExit() {
        try {
            LabScript.run(script.command("down", name));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // we are ending, and it is on its way
        }
        try {
            LabScript.run(script.command("down", name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
