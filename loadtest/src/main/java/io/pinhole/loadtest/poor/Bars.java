package io.pinhole.loadtest.poor;

import java.util.List;

/** What must be reached in each scene. */
final class Bars {

    private static final String VOICE_P99 = "voice.p99OverP50";
    private static final String LATE = "voice.late200Percent";

    private Bars() {}

    static List<Bar> of(Scene scene, Direction direction) {
        return switch (scene.name()) {
            case "L0" -> List.of(voice(40), photo(1.3));
            case "L1" ->
                List.of(
                        voice(180),
                        late(0.5),
                        photo(1.15),
                        notes("notes there, p99 over p50 before", "note.p99OverP50"),
                        notes("notes back, p99 over p50 before", "noteBack.p99OverP50"),
                        Bar.most(
                                "voice alone on the line",
                                "kbit/s",
                                30,
                                m -> m.voice().get("wire.kilobitsDuring")),
                        Bar.most(
                                "first scan, time over its share of the bytes",
                                "points",
                                5,
                                m -> m.difference("scan.percentOfTime", "scan.percentOfBytes")),
                        Bar.most("preview", "s", 1.2, m -> m.get("preview.seconds")));
            case "L2" -> List.of(lateOverQuiet(6), photo(1.2));
            case "L3" -> List.of(lateOverQuiet(12), photo(1.5));
            case "L4" -> List.of(lateOverQuiet(12), photo(1.6));
            case "both" ->
                List.of(
                        voice(250),
                        Bar.most("voice back, p99 over p50 before", "ms", 250, m -> m.get("voiceBack.p99OverP50")),
                        photo(1.35));
            case "narrow" -> List.of(late(1), photo(1.7));
            case "album" -> album(direction);
            case "outage" -> List.of(back("voice within 300 ms, after the outage", 1, "outage.voiceBackSeconds"));
            case "fall" -> List.of(back("voice within 200 ms, after the fall", 2.5, "rate.voiceBackSeconds"));
            case "rise" ->
                List.of(Bar.least("photo faster, 5 s after the rise", "times", 3, m -> m.get("rate.faster")));
            case "beside" ->
                List.of(
                        back("voice within 200 ms, after the other", 3, "beside.voiceBackSeconds"),
                        Bar.least("photo beside the other", "bytes", 1, m -> m.get("beside.photoBytes")));
            default -> List.of();
        };
    }

    /** On the way down only what is looked at goes. */
    private static List<Bar> album(Direction direction) {
        Bar previewsFirst = Bar.least(
                "second scan of any, after all previews",
                "s",
                0,
                m -> m.difference("album.secondScanSeconds", "album.previewsSeconds"));
        Bar viewedFirst = Bar.least(
                "any other whole, after the viewed one",
                "s",
                0,
                m -> m.difference("album.otherSeconds", "photo.seconds"));
        return direction == Direction.UP ? List.of(previewsFirst, viewedFirst) : List.of(previewsFirst);
    }

    private static Bar voice(double millis) {
        return Bar.most("voice, p99 over p50 before", "ms", millis, m -> m.get(VOICE_P99));
    }

    private static Bar late(double percent) {
        return Bar.most("voice late by over 200 ms", "%", percent, m -> m.get(LATE));
    }

    private static Bar lateOverQuiet(double points) {
        return Bar.most(
                "voice late by over 200 ms, over that without a photo", "points", points, m -> m.overQuiet(LATE));
    }

    private static Bar photo(double times) {
        return Bar.most("photo, time over limit", "times", times, m -> m.get("photo.overLimit"));
    }

    private static Bar notes(String says, String name) {
        return Bar.most(says, "ms", 400, m -> m.get(name));
    }

    private static Bar back(String says, double seconds, String name) {
        return Bar.most(says, "s", seconds, m -> m.get(name));
    }
}
