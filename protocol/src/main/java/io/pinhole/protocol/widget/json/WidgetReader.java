package io.pinhole.protocol.widget.json;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.json.JsonInput;
import io.pinhole.protocol.proto.WidgetMessage;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One widget from an object to what a snapshot says of it, so that the rules for snapshots judge it. */
final class WidgetReader {

    private static final List<String> NEEDED =
            List.of("id", "kind", "z", "author", "updatedBy", "created", "updated", "revision");

    private final JsonInput in;
    private final Set<String> seen = new HashSet<>();
    private final WidgetMessage.Builder message = WidgetMessage.newBuilder();
    private final FieldReader fields;
    private final Set<Field> defaults = EnumSet.noneOf(Field.class);
    private final Map<Field, Long> older = new EnumMap<>(Field.class);

    private WidgetReader(JsonInput in) {
        this.in = in;
        this.fields = new FieldReader(in);
    }

    static WidgetMessage read(JsonInput in) throws IOException, BadJsonException {
        WidgetReader reader = new WidgetReader(in);
        String path = in.path();
        in.object(reader::read);
        return reader.finish(path);
    }

    private void read(String key) throws IOException, BadJsonException {
        seen.add(key);
        switch (key) {
            case "id" ->
                message.setWidget(ByteString.copyFrom(in.text(WidgetId::parse).bytes()));
            case "kind" ->
                message.setKind(
                        in.text(word -> Words.parse(word, WidgetKind.values())).value());
            case "z" -> message.setZ(in.text());
            case "author" -> message.setAuthor(in.text(PersonId::new).value());
            case "updatedBy" -> message.setUpdatedBy(in.text(PersonId::new).value());
            case "created" -> message.setCreatedMillis(in.text(Times::parse));
            case "updated" -> message.setUpdatedMillis(in.text(Times::parse));
            case "revision" -> message.setRevision(in.count());
            case "lockedBy" -> message.setLockedBy(in.text(PersonId::new).value());
            case "defaults" -> in.array(() -> defaults.add(in.text(Words::field)));
            case "older" -> in.object(name -> older.put(in.check(name, Words::field), in.count()));
            default -> fields.read(in.check(key, Words::field));
        }
    }

    private WidgetMessage finish(String path) throws BadJsonException {
        for (String key : NEEDED) {
            if (!seen.contains(key)) {
                throw new BadJsonException(path, "it has no " + key);
            }
        }
        Fields shown = fields.build();
        EnumSet<Field> written = EnumSet.copyOf(Field.VALUES);
        written.removeIf(field -> !shown.has(field) || defaults.contains(field));
        message.setFields(shown.only(written).toMessage());
        addAges(written, path);
        checkDefaults(check(path), shown, path);
        return message.build();
    }

    private void addAges(EnumSet<Field> written, String path) throws BadJsonException {
        EnumSet<Field> aged = EnumSet.of(Field.Z, Field.LOCK, Field.DELETED);
        aged.addAll(written);
        for (Field field : older.keySet()) {
            if (!aged.contains(field)) {
                throw new BadJsonException(path + "/older", "nobody wrote " + Words.of(field));
            }
        }
        for (Field field : aged) {
            message.addAges(message.getRevision() - older.getOrDefault(field, message.getRevision()));
        }
    }

    private Widget check(String path) throws BadJsonException {
        try {
            return WidgetState.fromSnapshot(List.of(message.build()))
                    .inDrawingOrder()
                    .get(0);
        } catch (RefusedException e) {
            throw new BadJsonException(path, String.valueOf(e.getMessage()));
        }
    }

    private void checkDefaults(Widget widget, Fields shown, String path) throws BadJsonException {
        for (Field field : defaults) {
            Set<Field> one = EnumSet.of(field);
            if (shown.has(field) && !shown.only(one).equals(widget.values(one))) {
                throw new BadJsonException(path + "/defaults", Words.of(field) + " has another value than the default");
            }
        }
    }
}
