package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.TemporaryFolder;
import io.pinhole.loadtest.poor.Scene.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Plays runs, one after the other or some at the same time. Any thread. */
final class Stage {

    private static final int TRIES = 3;

    private final Ground ground;
    private final long leadNanos;
    private final Map<Photos, byte[]> pictures = new HashMap<>();

    /** @param leadSeconds how long it takes until everybody is in the call, once there is a relay */
    Stage(Ground ground, int leadSeconds) {
        this.ground = ground;
        this.leadNanos = leadSeconds * 1_000_000_000L;
    }

    /** @throws IOException if it cannot be played */
    Figures play(Run run) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return play(run, attempt * leadNanos);
            } catch (LateException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Figures play(Run run, long lead) throws IOException, InterruptedException {
        byte[] jpeg = picture(run.scene().shared());
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Material material = Material.lay(folder.path(), run.scene().shared(), jpeg);
            try (Site site = ground.open(run);
                    Company company = company(run, site, folder.path());
                    Neighbours neighbours = new Neighbours(run, site)) {
                long zero = System.nanoTime() + lead;
                site.begin(zero);
                neighbours.moveIn(zero, folder.path());
                Seats seats = Seats.of(run, folder.path());
                return Analysis.of(new Performance(run, zero, site, seats).play(company, material));
            }
        }
    }

    private static Company company(Run run, Site site, Path folder) throws IOException, InterruptedException {
        return run.transport() == Transport.PLAIN
                ? new PlainCompany(run, site, folder)
                : new OwnCompany(run, site, folder);
    }

    private synchronized byte[] picture(Photos shared) throws IOException {
        byte[] known = pictures.get(shared);
        if (known == null) {
            known = Pictures.photo(shared.bytes());
            pictures.put(shared, known);
        }
        return known;
    }
}
