package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Widgets as a snapshot has them, and back. */
final class SnapshotCodec {

    private SnapshotCodec() {}

    static WidgetMessage write(Widget widget) {
        WidgetMessage.Builder message = WidgetMessage.newBuilder()
                .setWidget(OperationWriter.bytes(widget.id()))
                .setKind(widget.kind().value())
                .setZ(widget.z())
                .setFields(FieldsCodec.write(widget.fields()))
                .setAuthor(widget.author().value())
                .setUpdatedBy(widget.updatedBy().value())
                .setCreatedMillis(widget.createdMillis())
                .setUpdatedMillis(widget.updatedMillis())
                .setRevision(widget.revision())
                .setDeleted(widget.deleted())
                .addAllAges(ages(widget));
        PersonId lockedBy = widget.lockedBy();
        if (lockedBy != null) {
            message.setLockedBy(lockedBy.value());
        }
        return message.build();
    }

    static List<Widget> readAll(List<WidgetMessage> messages) throws RefusedException {
        List<Widget> widgets = new ArrayList<>(messages.size());
        Set<WidgetId> ids = new HashSet<>();
        for (WidgetMessage message : messages) {
            Widget widget = read(message);
            if (!ids.add(widget.id())) {
                throw new RefusedException(Code.WIDGET_EXISTS, "the snapshot has " + widget.id() + " twice");
            }
            widgets.add(widget);
        }
        return widgets;
    }

    private static Widget read(WidgetMessage m) throws RefusedException {
        Operation.Create create = new Operation.Create(
                OperationReader.id(m.getWidget()),
                WidgetKind.of(m.getKind()),
                m.getZ(),
                FieldsCodec.read(m.getFields()));
        ValueRules.check(create);
        Trail trail = new Trail(
                person(m.getAuthor()),
                person(m.getUpdatedBy()),
                m.getCreatedMillis(),
                m.getUpdatedMillis(),
                m.getRevision());
        WidgetDraft draft = new WidgetDraft(create, trail);
        draft.lockedBy = m.getLockedBy().isEmpty() ? null : person(m.getLockedBy());
        draft.deleted = m.getDeleted();
        draft.revisions = revisions(m, create.fields());
        return new Widget(draft);
    }

    /** Most widgets were never changed and have none. */
    private static List<Long> ages(Widget widget) {
        List<Long> ages = new ArrayList<>();
        int length = 0;
        for (Field field : aged(widget.fields())) {
            ages.add(widget.revision() - widget.fieldRevision(field));
            length = ages.get(ages.size() - 1) == 0 ? length : ages.size();
        }
        return ages.subList(0, length);
    }

    private static FieldRevisions revisions(WidgetMessage m, Fields fields) throws RefusedException {
        FieldRevisions revisions = FieldRevisions.NONE;
        int next = 0;
        for (Field field : aged(fields)) {
            long age = next < m.getAgesCount() ? m.getAges(next++) : 0;
            if (age < 0 || age > m.getRevision()) {
                throw new RefusedException(Code.BAD_REQUEST, field + " is older than the log");
            }
            revisions = revisions.with(EnumSet.of(field), m.getRevision() - age);
        }
        return revisions;
    }

    private static Set<Field> aged(Fields fields) {
        EnumSet<Field> aged = EnumSet.of(Field.Z, Field.LOCK, Field.DELETED);
        aged.addAll(fields.names());
        return aged;
    }

    private static PersonId person(String value) throws RefusedException {
        try {
            return new PersonId(value);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Code.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
