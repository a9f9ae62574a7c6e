package io.pinhole.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.function.Function;

/**
 * JSON that is read value by value by one who knows what has to come; anything else ends the reading. Only while
 * {@link #read} runs, in its thread.
 */
public final class JsonInput {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNameLength(64)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads what stands at the present place, all of it. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(JsonInput in) throws IOException, BadJsonException;
    }

    /** Reads the value of a key, all of it. */
    @FunctionalInterface
    public interface KeyReading {
        void read(String key) throws IOException, BadJsonException;
    }

    /** Reads the next element, all of it. */
    @FunctionalInterface
    public interface ElementReading {
        void read() throws IOException, BadJsonException;
    }

    /** @param text one JSON value and nothing else */
    public static <T> T read(String text, Reading<T> reading) throws BadJsonException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            JsonInput in = new JsonInput(parser);
            T value = reading.read(in);
            if (parser.nextToken() != null) {
                throw in.bad("something follows");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new BadJsonException(path(e), e.getOriginalMessage() + line(e));
        } catch (IOException e) {
            throw new BadJsonException("", String.valueOf(e.getMessage()));
        }
    }

    public void object(KeyReading reading) throws IOException, BadJsonException {
        require(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            reading.read(key);
        }
    }

    public void array(ElementReading reading) throws IOException, BadJsonException {
        require(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reading.read();
        }
    }

    public String text() throws IOException, BadJsonException {
        require(JsonToken.VALUE_STRING, "a string");
        return parser.getText();
    }

    /** @param parse throws an {@link IllegalArgumentException} that says what is wrong with the text */
    public <T> T text(Function<String, T> parse) throws IOException, BadJsonException {
        return check(text(), parse);
    }

    /** The same for a text of this place that was read before, such as a key. */
    public <T> T check(String text, Function<String, T> parse) throws BadJsonException {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    public int integer() throws IOException, BadJsonException {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return parser.getIntValue();
    }

    /** 0 or more. */
    public long count() throws IOException, BadJsonException {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        long count = parser.getLongValue();
        if (count < 0) {
            throw bad("must not be negative");
        }
        return count;
    }

    /** Where it stands, as a JSON pointer. */
    public String path() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    /** Something is wrong with what stands here. */
    public BadJsonException bad(String fault) {
        return new BadJsonException(path(), fault);
    }

    private void require(JsonToken token, String what) throws BadJsonException {
        if (parser.currentToken() != token) {
            throw bad(what + " is expected here");
        }
    }

    private static String path(JsonProcessingException e) {
        return e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    private static String line(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ")";
    }
}
