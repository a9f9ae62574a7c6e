package io.pinhole.loadtest.poor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures of one group for people: the product and the control side by side, then the bars. */
final class Report {

    private static final int BUSY_MILLIS = 20;
    private static final String UNKNOWN = "-";

    private final Group group;
    private final Measured own;
    private final Measured plain;
    private final StringBuilder text = new StringBuilder();

    private Report(Group group, Results results) {
        this.group = group;
        this.own = group.measured(group.transport(), results);
        this.plain = group.measured(Transport.PLAIN, results);
    }

    static String of(Group group, Results results) {
        return new Report(group, results).text();
    }

    private String text() {
        line(title(), "pinhole", "plain", "", "");
        row("voice before, p50 / p95 / p99 / max, ms", "%.0f", four("voice.before"));
        row("voice during, p50 / p95 / p99 / max, ms", "%.0f", four("voice.during"));
        row("voice late by over 200 / 400 ms, %", "%.1f", "voice.late200Percent", "voice.late400Percent");
        row("voice frames, lost", "%.0f", "voice.frames", "voice.lost");
        row("voice frames, said late by the machine, p99, ms", "%.0f", "voice.saidLate.p99");
        row("MOS before / during", "%.1f", "voice.mosBefore", "voice.mosDuring");
        if (group.scene().both()) {
            row("voice back before, p50 / p95 / p99 / max, ms", "%.0f", four("voiceBack.before"));
            row("voice back during, p50 / p95 / p99 / max, ms", "%.0f", four("voiceBack.during"));
        }
        row("notes there, p50 / p99 before, p99 during, ms", "%.0f", three("note"));
        row("notes back, p50 / p99 before, p99 during, ms", "%.0f", three("noteBack"));
        row("preview / first scan, s", "%.1f", "preview.seconds", "scan.seconds");
        row("photo / at best, s", "%.1f", "photo.seconds", "photo.limitSeconds");
        row("photo, time over limit", "%.2f", "photo.overLimit");
        row("on the line before / during, kbit/s", "%.1f", "wire.kilobitsBefore", "wire.kilobitsDuring");
        row("bytes on the line for one that people have", "%.2f", "wire.bytesPerByte");
        Bars.of(group.scene(), group.direction()).forEach(this::bar);
        if (isBusy(own) || isBusy(plain)) {
            line("  the machine was too busy to measure on: frames were said late", "", "", "", "");
        }
        return text.toString();
    }

    private String title() {
        return String.join(
                " ",
                group.scene().name(),
                group.direction().word() + ",",
                group.transport().word() + ",",
                group.congestionControl().orElse("user space") + ",",
                runs(group.effort().runs()));
    }

    private static String runs(int runs) {
        return runs == 1 ? "1 run" : "median of " + runs + " runs";
    }

    private static boolean isBusy(Measured measured) {
        return measured.get("voice.saidLate.p99")
                .filter(late -> late > BUSY_MILLIS)
                .isPresent();
    }

    private static String[] four(String name) {
        return new String[] {name + ".p50", name + ".p95", name + ".p99", name + ".max"};
    }

    private static String[] three(String name) {
        return new String[] {name + ".before.p50", name + ".before.p99", name + ".during.p99"};
    }

    private void row(String says, String format, String... names) {
        line("  " + says, cell(own, format, names), cell(plain, format, names), "", "");
    }

    private static String cell(Measured measured, String format, String... names) {
        List<Optional<Double>> values = Arrays.stream(names).map(measured::get).toList();
        return values.stream()
                .map(value -> value.map(known -> String.format(Locale.ROOT, format, known))
                        .orElse(UNKNOWN))
                .collect(Collectors.joining(" / "));
    }

    private void bar(Bar bar) {
        line("  " + bar.says(), value(bar, own), value(bar, plain), bar.boundText(), bar.isHeld(own) ? "ok" : "over");
    }

    private static String value(Bar bar, Measured measured) {
        return bar.of(measured)
                .map(value -> String.format(Locale.ROOT, "%.2f", value))
                .orElse(UNKNOWN);
    }

    private void line(String says, String one, String other, String bound, String verdict) {
        text.append(String.format("%-56s %30s %30s  %-12s %s", says, one, other, bound, verdict)
                        .stripTrailing())
                .append('\n');
    }
}
