package io.pinhole.loadtest.poor;

/** Works the figures out of what was seen of a run. */
final class Analysis {

    private static final String VOICE = "voice";

    private final Recording recording;
    private final Run run;
    private final Figures.Builder figures = new Figures.Builder();

    private Analysis(Recording recording) {
        this.recording = recording;
        this.run = recording.run();
    }

    static Figures of(Recording recording) {
        return new Analysis(recording).figures();
    }

    private Figures figures() {
        Progress progress = recording.progress();
        Track said = Track.voice(progress.sender(), progress.receiver());
        voice(VOICE, said);
        if (run.scene().both()) {
            voice("voiceBack", Track.voice(progress.receiver(), progress.sender()));
        }
        if (run.load() != Load.VOICE) {
            notes("note", Track.notes(progress.sender(), progress.receiver()));
            notes("noteBack", Track.notes(progress.receiver(), progress.sender()));
        }
        if (run.load() == Load.PHOTO) {
            PhotoFigures.add(recording, figures);
            ChangeFigures.add(recording, said, figures);
        }
        WireFigures.add(recording, figures);
        return figures.build();
    }

    private void voice(String name, Track track) {
        Delays quiet = track.delays(recording.before());
        Delays busy = track.delays(recording.during());
        double base = quiet.quantile(0.5);
        delays(name + ".before", quiet);
        delays(name + ".during", busy);
        figures.with(name + ".p99OverP50", busy.quantile(0.99) - base)
                .with(name + ".late200Percent", 100 * busy.shareOver(base + 200))
                .with(name + ".late400Percent", 100 * busy.shareOver(base + 400))
                .with(name + ".lost", busy.lost())
                .with(name + ".frames", busy.count())
                .with(name + ".saidLate.p99", track.saidLate(recording.during()).quantile(0.99))
                .with(name + ".mosBefore", EModel.score(quiet, run.scene().speech()))
                .with(name + ".mosDuring", EModel.score(busy, run.scene().speech()));
    }

    private void notes(String name, Track track) {
        Delays quiet = track.delays(recording.before());
        Delays busy = track.delays(recording.during());
        delays(name + ".before", quiet);
        delays(name + ".during", busy);
        figures.with(name + ".p99OverP50", busy.quantile(0.99) - quiet.quantile(0.5))
                .with(name + ".lost", busy.lost())
                .with(name + ".count", busy.count());
    }

    private void delays(String name, Delays delays) {
        figures.with(name + ".p50", delays.quantile(0.5))
                .with(name + ".p95", delays.quantile(0.95))
                .with(name + ".p99", delays.quantile(0.99))
                .with(name + ".max", delays.max());
    }
}
