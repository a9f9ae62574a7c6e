package io.pinhole.loadtest.bench;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What annotation takes on the wire, for people and for programs. */
record WireReport(List<InkFigures> ink, List<OperationFigures> operations, List<PackingFigures> packing) {

    static WireReport measure() {
        return new WireReport(
                Arrays.stream(InkHand.values()).map(InkFigures::of).toList(),
                OperationFigures.all(),
                PackingFigures.all());
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("bytes for each point of a hand that is measured 120 times a second");
        lines.add(line("  %-48s %6s %6s %10s %6s", "hand", "kept", "ink", "committed", "live"));
        ink.forEach(hand -> lines.add(line(
                "  %-48s %4.1f %% %6.2f %10.2f %6.2f",
                hand.hand(),
                100.0 * hand.kept() / hand.drawn(),
                hand.perPoint(hand.inkBytes()),
                hand.perPoint(hand.committedBytes()),
                hand.perPoint(hand.liveBytes()))));
        lines.add("bytes of one operation by itself, with framing and stamp");
        lines.add(line("  %-48s %8s %12s", "operation", "to relay", "to follower"));
        operations.forEach(one -> lines.add(line("  %-48s %8d %12d", one.what(), one.toRelay(), one.toFollower())));
        lines.add("bytes of what is sent together, with framing");
        lines.add(line("  %-48s %8s %8s %8s", "what", "plain", "on wire", "saved"));
        packing.forEach(one -> lines.add(line(
                "  %-48s %,8d %,8d %8s",
                one.what(),
                one.plain(),
                one.wire(),
                one.saved().map(percent -> percent + " %").orElse("-"))));
        return String.join("\n", lines) + "\n";
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ink", ink.stream().map(WireReport::json).toList());
        all.put("operations", operations.stream().map(WireReport::json).toList());
        all.put("packing", packing.stream().map(WireReport::json).toList());
        return JSONObjectUtils.toJSONString(all) + "\n";
    }

    private static Map<String, Object> json(InkFigures hand) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("hand", hand.hand().toString());
        values.put("pointsDrawn", hand.drawn());
        values.put("pointsKept", hand.kept());
        values.put("inkBytes", hand.inkBytes());
        values.put("committedBytes", hand.committedBytes());
        values.put("liveBytes", hand.liveBytes());
        values.put("pieces", hand.pieces());
        return values;
    }

    private static Map<String, Object> json(OperationFigures one) {
        return Map.of("operation", one.what(), "toRelayBytes", one.toRelay(), "toFollowerBytes", one.toFollower());
    }

    private static Map<String, Object> json(PackingFigures one) {
        return Map.of("what", one.what(), "plainBytes", one.plain(), "wireBytes", one.wire());
    }
}
