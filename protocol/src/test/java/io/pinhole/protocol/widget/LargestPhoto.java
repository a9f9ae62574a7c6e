package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How a photo comes to hold as much as it may, and as much again that was deleted: one stroke with all points, as far
 * from each other as can be, all other widgets of the kind with most fields, the longest texts, names of people as long
 * as can be, and everything locked.
 */
public final class LargestPhoto {

    /** Who draws, who locks and who deletes. */
    public static final List<PersonId> PEOPLE = List.of(person(0x4eba), person(0x4ebb), person(0x4ebc));

    private static final int POINTS_EACH = 10_000;

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Step> steps = new ArrayList<>();

    /** An operation of one of the people. */
    public record Step(int person, Operation operation) {}

    private LargestPhoto() {}

    /** All that has to be done, none of it larger than an operation may be. */
    public static List<Step> steps() {
        LargestPhoto photo = new LargestPhoto();
        List<WidgetId> gone = photo.fill(1);
        photo.steps.add(new Step(2, new Operation.Delete(gone)));
        photo.fill(2);
        return photo.steps;
    }

    /** What it comes to, with revisions that are so far apart as to be as long as can be. */
    public static WidgetState state() {
        WidgetState state = WidgetState.EMPTY;
        long revision = 0;
        try {
            for (Step step : steps()) {
                revision += 1L << 32;
                Context at = new Context(revision, PEOPLE.get(step.person), true, 1_764_000_000_000L, Limits.DEFAULT);
                state = state.apply(step.operation, at).state();
            }
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
        return state;
    }

    private List<WidgetId> fill(long high) {
        int count = Limits.DEFAULT.widgets();
        List<WidgetId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new WidgetId(high << 60 | random.nextLong() >>> 8, random.nextLong()));
        }
        WidgetId stroke = ids.get(0);
        draw(new Operation.Create(
                stroke,
                WidgetKind.FREEHAND,
                place(),
                Fields.builder().ink(wild()).build()));
        for (int i = POINTS_EACH; i < Limits.DEFAULT.points(); i += POINTS_EACH) {
            draw(new Operation.Append(stroke, wild()));
        }
        String text = "\u4eba".repeat(Limits.DEFAULT.textChars() / (count - 1));
        ids.subList(1, count).forEach(id -> draw(new Operation.Create(id, WidgetKind.MARKER, place(), every(text))));
        ids.forEach(id -> steps.add(new Step(1, new Operation.Lock(id, true))));
        return ids;
    }

    private void draw(Operation operation) {
        steps.add(new Step(0, operation));
    }

    private String place() {
        return "z".repeat(ZIndex.LONG);
    }

    private Ink wild() {
        int[] grid =
                random.ints(2L * POINTS_EACH, Geometry.LEAST, Geometry.MOST).toArray();
        return Ink.of(0, grid);
    }

    private static Fields every(String text) {
        return Fields.builder()
                .geometry(new Geometry(Geometry.LEAST, Geometry.LEAST, Geometry.MOST, Geometry.MOST))
                .rotation(-36_000)
                .stroke(1)
                .fill(2)
                .opacity(254)
                .text(text)
                .fontSize(Geometry.SIDE)
                .number(9_999)
                .build();
    }

    private static PersonId person(int character) {
        return new PersonId(Character.toString(character).repeat(128));
    }
}
