package io.pinhole.loadtest.join;

/** Makes a small change every so often on the photo that is open. On a thread of its own. */
final class NoteTaker implements Runnable {

    private final Sketches sketches;
    private final Drawn.Notes notes;
    private final Clock clock;
    private final Journal journal;

    NoteTaker(Sketches sketches, Drawn.Notes notes, Clock clock, Journal journal) {
        this.sketches = sketches;
        this.notes = notes;
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void run() {
        try {
            for (int i = 1; !Thread.currentThread().isInterrupted(); i++) {
                long due = clock.at(i * notes.everyMillis() / 1000.0);
                Clock.awaitUntil(due);
                NumberedNote note = new NumberedNote(i, due);
                sketches.current().ifPresent(sketch -> take(note, sketch));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    private void take(NumberedNote note, Sketch sketch) {
        if (notes.characters().isEmpty()) {
            sketch.note(note.seq());
            return;
        }
        Event event = Event.of("note-made");
        if (sketch.write(note.text(notes.characters().getAsInt()))) {
            journal.note(event.with("seq", note.seq()).with("due", note.due()));
        }
    }
}
