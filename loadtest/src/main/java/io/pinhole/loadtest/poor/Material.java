package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.poor.Scene.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The photos that a run shares: the same file under as many names as there are photos.
 *
 * @param firstScanBytes how much of it there must be to see something
 * @param secondScanBytes and to see a bit more
 */
record Material(List<Path> photos, int bytes, long firstScanBytes, long secondScanBytes) {

    static Material lay(Path folder, Photos shared, byte[] jpeg) throws IOException {
        List<Path> photos = new ArrayList<>();
        for (int number = 1; number <= shared.count(); number++) {
            photos.add(Files.write(folder.resolve("shot-" + number + ".jpg"), jpeg));
        }
        return new Material(List.copyOf(photos), jpeg.length, Pictures.scanEnd(jpeg, 0), Pictures.scanEnd(jpeg, 1));
    }
}
