package io.pinhole.protocol.codec;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.StrokeInk;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Clear;
import io.pinhole.protocol.proto.Create;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.Geometry;
import io.pinhole.protocol.proto.Ink;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.RefusalMessage;
import io.pinhole.protocol.proto.StampValue;
import io.pinhole.protocol.proto.WidgetFields;
import io.pinhole.protocol.proto.WidgetKindValue;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Samples of the frames of annotation. */
final class WidgetSamples {

    private static final long WRITER = 0xfedcba9876543210L;
    private static final Ink INK = Ink.newBuilder()
            .setShift(4)
            .addAllPoints(List.of(100, 200, -3, 4, 5, -6))
            .build();
    private static final Stroke STROKE =
            new Stroke(1, 2, Samples.WIDGET, WidgetKindValue.WIDGET_HIGHLIGHTER, 0x60ffeb3b, 1200, bits(), 32);
    private static final OperationMessage CREATE = OperationMessage.newBuilder()
            .setCreate(Create.newBuilder()
                    .setWidget(bytes(Samples.WIDGET))
                    .setKind(WidgetKindValue.WIDGET_ARROW)
                    .setZ("a0")
                    .setFields(WidgetFields.newBuilder()
                            .setGeometry(Geometry.newBuilder()
                                    .setX(-100)
                                    .setY(65_535)
                                    .setWidth(300))
                            .setStroke(0xffff0000)
                            .setStamp(StampValue.STAMP_CHECK)))
            .build();
    private static final OperationMessage CLEAR =
            OperationMessage.newBuilder().setClear(Clear.getDefaultInstance()).build();

    private WidgetSamples() {}

    static void addTo(Map<String, Frame> samples) {
        samples.put("operations", new Operations(1, 1, WRITER, 1, List.of(CREATE, CLEAR)));
        samples.put("operations-packed", new Operations(1, 1, WRITER, 1, Collections.nCopies(9, CREATE)));
        samples.put("operation-results", new OperationResults(1, WRITER, List.of(result(), refused())));
        samples.put("deltas", new Deltas(1, 1, 40, 42, List.of(delta())));
        samples.put("deltas-none", new Deltas(1, 1, 40, 41, List.of()));
        samples.put("snapshot", new Snapshot(1, 1, 42, List.of(widget(Samples.WIDGET))));
        samples.put("snapshot-empty", new Snapshot(0, 0, 0, List.of()));
        samples.put("snapshot-packed", new Snapshot(1, 1, 42, Collections.nCopies(20, widget(Samples.OTHER_WIDGET))));
        samples.put("pointer", new Pointer(1, 31, -65_535, 131_070));
        samples.put("pointer-largest", new Pointer(-1, 31, Integer.MIN_VALUE, Integer.MAX_VALUE));
        samples.put("stroke", new Stroke(1, 0, Samples.WIDGET, WidgetKindValue.WIDGET_FREEHAND, 0xff00ff00, 40, INK));
        samples.put("operations-same-writer", new Operations(1, 1, 0, 3, List.of(CREATE)));
        samples.put("operation-results-same-writer", new OperationResults(1, 0, List.of(result())));
        samples.put("deltas-same-people", new Deltas(1, 1, 42, 44, List.of(others(), own())));
        samples.put("stroke-bound", STROKE);
        samples.put("snapshot-part", new Snapshot(1, 1, 42, List.of(widget(Samples.OTHER_WIDGET)), 3, true));
        samples.put("deltas-going-on", new Deltas(1, 0, 0, 5, List.of(goingOn(1, 1_250), goingOn(4, -70))));
        samples.put("stroke-ink", new StrokeInk(32, List.of(-3, 4, 0, -64, 64, 393_210)));
    }

    private static Ink bits() {
        return Ink.newBuilder()
                .setBits(ByteString.copyFrom(HexFormat.of().parseHex("01c8016386f9")))
                .build();
    }

    private static OperationResult result() {
        return OperationResult.newBuilder()
                .setSeq(1)
                .setRevision(41)
                .addRemoved(bytes(Samples.OTHER_WIDGET))
                .build();
    }

    private static OperationResult refused() {
        return OperationResult.newBuilder()
                .setSeq(2)
                .setRefusal(RefusalMessage.newBuilder().setCode(42).setMessage("no"))
                .build();
    }

    private static Delta delta() {
        return Delta.newBuilder()
                .setRevision(42)
                .setParticipant(2)
                .setTimeMillis(1_764_000_002_000L)
                .setWriter(WRITER)
                .setSeq(1)
                .setOperation(CREATE)
                .build();
    }

    private static Delta others() {
        return delta().toBuilder().setRevision(43).clearWriter().clearSeq().build();
    }

    private static Delta own() {
        return delta().toBuilder()
                .setRevision(44)
                .setParticipant(1)
                .setTimeMillis(-3)
                .clearWriter()
                .build();
    }

    private static Delta goingOn(long revision, long later) {
        return others().toBuilder().setRevision(revision).setTimeMillis(later).build();
    }

    private static WidgetMessage widget(WidgetId id) {
        return WidgetMessage.newBuilder()
                .setWidget(bytes(id))
                .setKind(WidgetKindValue.WIDGET_TEXT)
                .setZ("a0")
                .setFields(WidgetFields.newBuilder().setText("leaks here").setFontSize(900))
                .setAuthor("anna")
                .setRevision(42)
                .build();
    }

    private static ByteString bytes(WidgetId id) {
        return ByteString.copyFrom(id.bytes());
    }
}
