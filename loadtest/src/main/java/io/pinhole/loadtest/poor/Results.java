package io.pinhole.loadtest.poor;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What runs have measured, perhaps kept in a file so that it need not be measured again. Any thread. */
final class Results {

    private static final String RUNS = "runs";

    private final Optional<Path> file;
    private final Map<String, Figures> figures;

    private Results(Optional<Path> file, Map<String, Figures> figures) {
        this.file = file;
        this.figures = figures;
    }

    /** @throws IOException if the file is there and cannot be read */
    static Results of(Optional<Path> file) throws IOException {
        Map<String, Figures> known = new LinkedHashMap<>();
        if (file.isPresent() && Files.exists(file.get())) {
            known.putAll(read(file.get()));
        }
        return new Results(file, known);
    }

    private static Map<String, Figures> read(Path file) throws IOException {
        Map<String, Figures> runs = new LinkedHashMap<>();
        try {
            Map<String, Object> all = JSONObjectUtils.parse(Files.readString(file), Integer.MAX_VALUE);
            for (Map.Entry<String, Object> run : object(all, RUNS).entrySet()) {
                Map<String, Double> values = new LinkedHashMap<>();
                for (String name : object(object(all, RUNS), run.getKey()).keySet()) {
                    values.put(name, JSONObjectUtils.getDouble(object(object(all, RUNS), run.getKey()), name));
                }
                runs.put(run.getKey(), new Figures(values));
            }
            return runs;
        } catch (ParseException e) {
            throw new IOException(file + " has no results: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> object(Map<String, Object> in, String name) throws ParseException {
        Map<String, Object> object = JSONObjectUtils.getJSONObject(in, name);
        if (object == null) {
            throw new ParseException(name + " is missing", 0);
        }
        return object;
    }

    synchronized Optional<Figures> of(Run run) {
        return Optional.ofNullable(figures.get(run.key()));
    }

    /** The file is never half written. */
    synchronized void add(Run run, Figures measured) throws IOException {
        figures.put(run.key(), measured);
        if (file.isPresent()) {
            Path half = file.get().resolveSibling(file.get().getFileName() + ".part");
            Files.writeString(half, json());
            Files.move(half, file.get(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String json() {
        Map<String, Object> runs = new LinkedHashMap<>();
        figures.forEach((key, values) -> runs.put(key, values.values()));
        return JSONObjectUtils.toJSONString(Map.of(RUNS, runs)) + "\n";
    }
}
