package io.pinhole.client;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Request;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WireException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** What the client library does with drawings, on a loop and a clock that a test turns by hand, over frames that it carries. */
public final class ModelClient {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private final CallListener listener;
    private final LongSupplier clock;
    private final Annotations annotations;
    private long timersSet;

    private static final OwnPhotos NONE = new OwnPhotos() {
        @Override
        public boolean isBeingShared(PhotoId photo) {
            return false;
        }

        @Override
        public boolean isUnpublished(PhotoId photo) {
            return false;
        }
    };

    private record Timer(long at, long number, Runnable task) {}

    /** @param clock nanoseconds */
    public ModelClient(CallListener listener, Outbox outbox, LongSupplier clock) {
        this.listener = listener;
        this.clock = clock;
        this.annotations =
                new Annotations(new Annotations.Parts(new Events(listener), tasks::add, clock, outbox, NONE));
    }

    public Drawing follow(PhotoId photo) {
        return annotations.follow(photo);
    }

    /** Does all that it has to do by now. */
    public void turn() {
        while (!timers.isEmpty() && timers.peek().at <= clock.getAsLong()) {
            timers.poll().task.run();
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** A frame has come, as a session hands it on. */
    public void hear(ServerFrame frame, Consumer<ClientFrame> line) throws WireException {
        if (frame instanceof Welcome welcome) {
            annotations.begin(new ModelLine(line), welcome);
        } else if (frame instanceof PhotoEntry entry) {
            annotations.bind(entry.photo(), entry.handle());
        } else if (frame instanceof Participant participant) {
            annotations.on(participant);
            listener.participant(participant);
        } else if (frame instanceof Deltas deltas) {
            annotations.on(deltas);
        } else if (frame instanceof Snapshot snapshot) {
            annotations.on(snapshot);
        } else if (frame instanceof OperationResults results) {
            annotations.on(results);
        } else if (frame instanceof Pointer pointer) {
            annotations.on(pointer);
        } else if (frame instanceof Stroke piece) {
            annotations.on(piece);
        } else if (frame instanceof Reply reply) {
            reply.refusal().ifPresent(annotations::on);
        } else {
            throw new AssertionError("a relay of this model says no " + frame.type());
        }
    }

    public void lost() {
        annotations.lost();
    }

    /** Shows a piece of a stroke that is being drawn, as a {@link Pen} does, but with an id that a test has chosen. */
    public void live(PhotoId photo, Stroke piece) {
        DrawingLine line = annotations.line();
        Integer handle = annotations.handle(photo);
        if (line != null && handle != null) {
            line.send(new Stroke(handle, 0, piece.widget(), piece.kind(), piece.stroke(), piece.width(), piece.ink()));
        }
    }

    private final class ModelLine implements DrawingLine {

        private final Consumer<ClientFrame> line;

        private ModelLine(Consumer<ClientFrame> line) {
            this.line = line;
        }

        @Override
        public void send(ClientFrame frame) {
            line.accept(frame);
        }

        @Override
        public void request(IntFunction<Request> frame, Outcome outcome) {
            throw new AssertionError("nobody saves here");
        }

        @Override
        public void later(Runnable task, long millis) {
            timers.add(new Timer(clock.getAsLong() + millis * NANOS_PER_MILLI, timersSet++, task));
        }
    }
}
