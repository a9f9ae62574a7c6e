package io.pinhole.loadtest.poor;

/**
 * How good people would find a conversation: the E-model of ITU-T G.107 for Opus, as a mean opinion score from 1 to 4.5.
 *
 * <p>A frame is heard at one fixed time after it was spoken, 20 ms after the time that 19 of 20 keep; what comes later is
 * lost. To that come the frame itself, which must be whole before it is sent, the encoder's look-ahead of 6.5 ms and 20 ms
 * for the devices.
 */
final class EModel {

    private static final double MARGIN_MILLIS = 20;
    private static final double LOOK_AHEAD_MILLIS = 6.5;
    private static final double DEVICES_MILLIS = 20;
    private static final double LOSS_ROBUSTNESS = 10;

    private EModel() {}

    /** Not a number if nothing was heard. */
    static double score(Delays delays, Speech speech) {
        double heardAt = delays.quantile(0.95) + MARGIN_MILLIS;
        double mouthToEar = heardAt + speech.millis() + LOOK_AHEAD_MILLIS + DEVICES_MILLIS;
        return score(mouthToEar, 100 * delays.shareOver(heardAt), speech.codecBitsPerSecond());
    }

    static double score(double mouthToEarMillis, double lossPercent, double codecBitsPerSecond) {
        double codec = Math.min(30, Math.max(0, 55 - 4.6 * Math.log(codecBitsPerSecond)));
        double impaired = codec + (95 - codec) * lossPercent / (lossPercent + LOSS_ROBUSTNESS);
        double rating = 93.2 - delayImpairment(mouthToEarMillis) - impaired;
        double score = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
        return rating <= 0 ? 1 : Math.max(1, score);
    }

    static double delayImpairment(double millis) {
        if (!(millis > 100)) {
            return Double.isNaN(millis) ? millis : 0;
        }
        double x = Math.log(millis / 100) / Math.log(2);
        return 25 * (Math.pow(1 + Math.pow(x, 6), 1 / 6.0) - 3 * Math.pow(1 + Math.pow(x / 3, 6), 1 / 6.0) + 2);
    }
}
