package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.Program;
import io.pinhole.loadtest.poor.Recording.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Two people on their way through one run. */
final class Performance {

    /** The second when the photos are sent. */
    static final int SEND = 5;

    /** The second when everybody has come to rest. */
    static final int QUIET = 2;

    /** When the line is looked at the last time before the photos. */
    static final double LAST_QUIET = 4.7;

    private static final int AFTERWARDS_SECONDS = 5;
    private static final int VOICE_SECONDS = 10;
    private static final int QUIET_SECONDS = 60;
    private static final int READ_SECONDS = 5;
    private static final int LOOK_MILLIS = 50;

    private final Run run;
    private final long zero;
    private final Site site;
    private final Seats seats;
    private final Diary sender;
    private final Diary receiver;
    private final Progress progress;
    private final List<Reading> readings = new ArrayList<>();
    private long nextReading;

    /** @param zero when the seconds of the run begin, in nanoseconds of the monotonic clock */
    Performance(Run run, long zero, Site site, Seats seats) {
        this.run = run;
        this.zero = zero;
        this.site = site;
        this.seats = seats;
        this.sender = new Diary(seats.sender().events());
        this.receiver = new Diary(seats.receiver().events());
        this.progress = new Progress(sender, receiver);
        this.nextReading = at(QUIET);
    }

    /**
     * Plays to the end.
     *
     * @throws LateException if somebody was not there at the beginning
     */
    Recording play(Company company, Material material) throws IOException, InterruptedException {
        long end;
        try (Program sends = company.enter(seats.sender(), zero);
                Program gets = company.enter(seats.receiver(), zero)) {
            if (run.load() != Load.VOICE) {
                sends.type(company.prepare(seats.sender()));
            }
            if (run.load() == Load.PHOTO) {
                sends.type(company.share(material.photos(), SEND));
            }
            begin();
            if (run.load() != Load.VOICE && await(SEND, progress::hasSheet)) {
                gets.type(company.prepare(seats.receiver()));
            }
            end = run.load() == Load.PHOTO ? photos(company, gets, material) : rest();
        }
        look();
        return new Recording(run, new Span(zero, end), progress, readings, material);
    }

    private void begin() throws IOException, InterruptedException {
        await(0, () -> false);
        boolean isLate = sender.first("joined", moment -> moment.at() - zero < 0)
                        .isEmpty()
                || receiver.first("joined", moment -> moment.at() - zero < 0).isEmpty();
        if (isLate) {
            throw new LateException(run.key() + ": not both were in the call when it began");
        }
    }

    private long photos(Company company, Program gets, Material material) throws IOException, InterruptedException {
        int count = material.photos().size();
        if (count > 1) {
            await(Limit.patience(run.scene(), run.direction(), material.bytes()), () -> isListed(count));
            Optional<Moment> viewed = progress.viewed();
            if (viewed.isPresent()) {
                gets.type(company.open(viewed.get().text("photo")));
            }
        }
        int patience = Limit.patience(run.scene(), run.direction(), count * material.bytes());
        await(patience, () -> progress.isDone(count));
        long done = read();
        double second = (done - zero) / 1e9;
        await(second + AFTERWARDS_SECONDS, () -> false);
        await(2 * second, () -> progress.hasHeard(done));
        return done;
    }

    private boolean isListed(int count) {
        return progress.shared().size() == count
                && progress.viewed().filter(progress::isListed).isPresent();
    }

    private long rest() throws IOException, InterruptedException {
        await(SEND + (run.load() == Load.VOICE ? VOICE_SECONDS : QUIET_SECONDS), () -> false);
        return read();
    }

    /** Waits until then at the latest; whether it has happened. */
    private boolean await(double second, BooleanSupplier happened) throws IOException, InterruptedException {
        long deadline = at(second);
        look();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            look();
        }
        return true;
    }

    private void look() throws IOException, InterruptedException {
        sender.look();
        receiver.look();
        if (System.nanoTime() - nextReading >= 0) {
            read();
            nextReading = nextReading < at(LAST_QUIET) ? at(LAST_QUIET) : nextReading + at(READ_SECONDS) - zero;
        }
    }

    private long at(double second) {
        return zero + (long) (second * 1e9);
    }

    private long read() throws IOException, InterruptedException {
        long now = System.nanoTime();
        readings.add(new Reading(now, site.carried()));
        return now;
    }
}
