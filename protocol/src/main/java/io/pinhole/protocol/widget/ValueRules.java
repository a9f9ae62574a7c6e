package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import java.util.List;

/** What an operation may say at all, whatever it is applied to. */
final class ValueRules implements Operation.Handler<Boolean, RefusedException> {

    private static final ValueRules RULES = new ValueRules();
    private static final int MAX_ROTATION = 36_000;
    private static final int MAX_NUMBER = 9_999;

    private ValueRules() {}

    static void check(Operation operation) throws RefusedException {
        operation.accept(RULES);
    }

    @Override
    public Boolean on(Operation.Create create) throws RefusedException {
        checkZ(create.z());
        checkValues(create.fields());
        KindRules.checkNew(create.kind(), create.fields());
        return true;
    }

    @Override
    public Boolean on(Operation.Update update) throws RefusedException {
        if (update.fields().isEmpty()) {
            throw new RefusedException(Code.WIDGET_FIELD, "the update has no field");
        }
        checkValues(update.fields());
        return true;
    }

    @Override
    public Boolean on(Operation.Append append) {
        return true;
    }

    @Override
    public Boolean on(Operation.Delete delete) throws RefusedException {
        return checkNamed(delete.widgets());
    }

    @Override
    public Boolean on(Operation.Restore restore) throws RefusedException {
        return checkNamed(restore.widgets());
    }

    @Override
    public Boolean on(Operation.Clear clear) {
        return true;
    }

    @Override
    public Boolean on(Operation.Reorder reorder) throws RefusedException {
        checkZ(reorder.z());
        return true;
    }

    @Override
    public Boolean on(Operation.Lock lock) {
        return true;
    }

    private static boolean checkNamed(List<WidgetId> widgets) throws RefusedException {
        if (widgets.isEmpty()) {
            throw new RefusedException(Code.BAD_REQUEST, "no widget is named");
        }
        return true;
    }

    private static void checkZ(String z) throws RefusedException {
        if (!ZIndex.isValid(z)) {
            throw new RefusedException(Code.WIDGET_FIELD, "z is not a place in the order of drawing");
        }
    }

    private static void checkValues(Fields fields) throws RefusedException {
        for (Field field : fields.names()) {
            checkValue(field, fields);
        }
    }

    private static void checkValue(Field field, Fields fields) throws RefusedException {
        switch (field) {
            case GEOMETRY -> checkGeometry((Geometry) fields.require(field));
            case ROTATION -> checkRange(field, fields, -MAX_ROTATION, MAX_ROTATION);
            case WIDTH -> checkRange(field, fields, 0, Geometry.SIDE);
            case OPACITY -> checkRange(field, fields, 0, 255);
            case FONT_SIZE -> checkRange(field, fields, 1, Geometry.SIDE);
            case NUMBER -> checkRange(field, fields, 0, MAX_NUMBER);
            case TEXT -> TextRule.check((String) fields.require(field));
            case STROKE, FILL, STAMP, INK -> {}
            case Z, LOCK, DELETED -> throw new RefusedException(Code.WIDGET_FIELD, field + " has its own operation");
        }
    }

    private static void checkGeometry(Geometry geometry) throws RefusedException {
        if (!geometry.isInRange()) {
            throw new RefusedException(Code.BAD_GEOMETRY, geometry + " is farther outside than one side");
        }
    }

    private static void checkRange(Field field, Fields fields, int least, int most) throws RefusedException {
        int value = (Integer) fields.require(field);
        if (value < least || value > most) {
            throw new RefusedException(Code.WIDGET_FIELD, field + " must be " + least + " to " + most);
        }
    }
}
