package io.pinhole.loadtest.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found, by behaviour. */
record DemoReport(Map<String, Finding> findings) {

    static DemoReport of(List<Check> checks, Story story) throws IOException {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Check check : checks) {
            findings.put(check.behaviour(), check.on(story));
        }
        return new DemoReport(findings);
    }

    boolean passed() {
        return findings.values().stream().allMatch(Finding::passed);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        findings.forEach((behaviour, finding) -> text.append(String.format(
                Locale.ROOT, "%-6s %s  %s%n", behaviour, finding.passed() ? "PASS" : "FAIL", finding.evidence())));
        return text.toString();
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        findings.forEach((behaviour, finding) -> json.put(behaviour, finding.toJson()));
        return JSONObjectUtils.toJSONString(json) + "\n";
    }

    /** One line: how it went. */
    String summary(double seconds) {
        long failed =
                findings.values().stream().filter(finding -> !finding.passed()).count();
        return failed == 0
                ? String.format(Locale.ROOT, "demo: all %d behaviours happened, in %.1f s", findings.size(), seconds)
                : String.format(Locale.ROOT, "demo: %d of %d behaviours did NOT happen", failed, findings.size());
    }
}
