package io.pinhole.loadtest.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.loadtest.local.LocalApi;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that looks for something saved by its name, fetches all of it, and keeps that in files. */
final class Cms {

    /** An answer came. */
    static final String EVENT = "fetched";

    private static final List<Errand> FIRST = List.of(Errand.WITHOUT_TOKEN, Errand.LIST);

    private final Cast cast;
    private final Stage stage;
    private final LocalApi api;

    Cms(Cast cast, Stage stage) {
        this.cast = cast;
        this.stage = stage;
        this.api = new LocalApi(cast.relay().api(), cast.relay().fingerprint());
    }

    void fetch(String name) throws IOException, InterruptedException {
        for (Errand errand : FIRST) {
            ask(errand, "");
        }
        Optional<String> capture = listed(name);
        if (capture.isPresent()) {
            for (Errand errand : Errand.values()) {
                if (!FIRST.contains(errand)) {
                    ask(errand, capture.get());
                }
            }
        }
    }

    private void ask(Errand errand, String capture) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                api.get(errand.path(capture), errand.bearer().map(this::token));
        Files.write(cast.props().fetched(errand), answer.body());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("errand", errand.word());
        fields.put("path", answer.uri().getPath());
        fields.put("status", answer.statusCode());
        fields.put("bytes", answer.body().length);
        for (String header : List.of("content-length", "etag", "www-authenticate")) {
            answer.headers().firstValue(header).ifPresent(value -> fields.put(header, value));
        }
        stage.note(errand.bearer().orElse(Part.CMS), EVENT, fields);
    }

    private String token(Part bearer) {
        return bearer == Part.CMS
                ? cast.relay().token(bearer.apiGrant())
                : cast.relay().token(bearer.grant());
    }

    private Optional<String> listed(String name) throws IOException {
        String list = Files.readString(cast.props().fetched(Errand.LIST), StandardCharsets.UTF_8);
        try {
            return Optional.ofNullable(JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(list), "captures"))
                    .flatMap(captures -> Arrays.stream(captures)
                            .filter(capture -> name.equals(capture.get("name")))
                            .map(capture -> String.valueOf(capture.get("id")))
                            .findFirst());
        } catch (ParseException e) {
            return Optional.empty(); // the check tells
        }
    }
}
