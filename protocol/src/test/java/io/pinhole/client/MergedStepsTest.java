package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking back what a slow line has told only the last of. */
class MergedStepsTest {

    private static final int PHOTO = TestOffice.PHOTO;
    private static final int ANNA = 1;

    private final PhotoId photo = PhotoId.random();
    private final TestOffice office = new TestOffice();
    private final TestDrawer anna = new TestDrawer("anna", ANNA, photo, new MemoryOutbox());
    private WidgetId line;

    @BeforeEach
    void aLineOfAnnas() throws WireException {
        office.people.put(ANNA, anna.person);
        anna.join(PHOTO);
        anna.heard();
        anna.annotations.on(office.snapshot());
        line = anna.drawing.create(
                WidgetKind.LINE,
                Fields.builder().geometry(new Geometry(1, 1, 9, 9)).width(1).build());
        results().forEach(anna.annotations::on);
        anna.annotations.on(office.since(0));
    }

    @Test
    void eachStepIsTakenBackByItself() {
        width(2);
        width(3);
        width(4);
        results().forEach(anna.annotations::on);
        anna.annotations.on(merged(1, 4));

        undo();
        assertThat(shown()).isEqualTo(3);
        undo();
        assertThat(shown()).isEqualTo(2);
        undo();
        assertThat(shown()).isEqualTo(1);
    }

    @Test
    void whatWasTakenBackIsDoneAgainStepByStep() {
        width(2);
        width(3);
        undo();
        undo();
        results().forEach(anna.annotations::on);
        anna.annotations.on(merged(1, 5));

        redo();
        assertThat(shown()).isEqualTo(2);
        redo();
        assertThat(shown()).isEqualTo(3);
    }

    @Test
    void whatWasDoneElsewhereInBetweenComesBack() {
        width(2);
        List<OperationResults> first = results();
        elsewhere(50);
        width(3);
        first.forEach(anna.annotations::on);
        results().forEach(anna.annotations::on);
        anna.annotations.on(merged(1, 3, 4));

        undo();
        assertThat(shown()).isEqualTo(50);
        undo();
        assertThat(shown()).as("another's, so it stays").isEqualTo(50);
    }

    @Test
    void beforeTheAnswersCameWhatWasSeenCounts() {
        width(2);
        width(3);
        List<OperationResults> late = results();
        anna.annotations.on(merged(1, 3));
        assertThat(shown()).as("not the earlier one on top").isEqualTo(3);

        undo();
        assertThat(shown()).isEqualTo(2);
        late.forEach(anna.annotations::on);
        undo();
        assertThat(shown()).isEqualTo(1);
    }

    @Test
    void inTheEndAllAgree() {
        width(2);
        width(3);
        undo();
        results().forEach(anna.annotations::on);
        anna.annotations.on(merged(1, 4));
        redo();
        results().forEach(anna.annotations::on);
        anna.annotations.on(office.since(4));

        assertThat(anna.drawing.snapshot().committed()).isEqualTo(office.state);
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(office.state);
    }

    private void width(int width) {
        anna.drawing.perform(
                new Operation.Update(line, Fields.builder().width(width).build()));
        anna.settle();
    }

    /** Under another writer's number. */
    private void elsewhere(int width) {
        Operation update =
                new Operation.Update(line, Fields.builder().width(width).build());
        office.take(new Operations(PHOTO, 1, 99, 1, List.of(update.toMessage())), ANNA);
    }

    private void undo() {
        anna.now(anna.drawing.undo());
    }

    private void redo() {
        anna.now(anna.drawing.redo());
    }

    private int shown() {
        return anna.drawing.snapshot().widgets().widget(line).orElseThrow().width();
    }

    /** The relay's answers to all that was said since. */
    private List<OperationResults> results() {
        List<OperationResults> results = new ArrayList<>();
        anna.heard().stream()
                .filter(Operations.class::isInstance)
                .forEach(batch -> results.add(office.take((Operations) batch, ANNA)));
        return results;
    }

    /** What followed a revision, as a line carries it on which only these were not superseded. */
    private Deltas merged(long after, long... kept) {
        List<Long> revisions = Arrays.stream(kept).boxed().toList();
        return new Deltas(
                PHOTO,
                1,
                after,
                kept[kept.length - 1],
                office.log.stream()
                        .filter(delta -> revisions.contains(delta.getRevision()))
                        .toList());
    }
}
