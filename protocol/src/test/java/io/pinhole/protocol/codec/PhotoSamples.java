package io.pinhole.protocol.codec;

import io.pinhole.protocol.frame.Arrived;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Interest;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Offer;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rename;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.Shown;
import io.pinhole.protocol.frame.Shut;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.StoredUpTo;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.frame.UploadFailed;
import io.pinhole.protocol.frame.Want;
import io.pinhole.protocol.frame.Withdraw;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples of the frames of photos. */
final class PhotoSamples {

    private static final long MOST = Long.MAX_VALUE;
    private static final int ALL_BITS = -1;
    private static final RenditionInfo PREVIEW = new RenditionInfo(Rendition.PREVIEW, 1900, Optional.empty(), 128, 96);
    private static final RenditionInfo WORKING =
            new RenditionInfo(Rendition.WORKING, 150_000, Optional.of(Samples.HASH), 1600, 1200);
    private static final RenditionInfo LARGEST =
            new RenditionInfo(Rendition.ORIGINAL, MOST, Optional.of(Samples.HASH), ALL_BITS, ALL_BITS);

    private PhotoSamples() {}

    static void addTo(Map<String, Frame> samples) {
        addSharing(samples);
        addList(samples);
        addOpening(samples);
    }

    private static void addSharing(Map<String, Frame> samples) {
        samples.put("offer", new Offer(1, Samples.PHOTO, "Seal", List.of(PREVIEW, WORKING)));
        samples.put(
                "offer-longest",
                new Offer(ALL_BITS, Samples.PHOTO, Samples.LONGEST_TITLE, List.of(LARGEST, LARGEST, LARGEST)));
        samples.put(
                "offered",
                new Offered(1, Samples.PHOTO, 1, List.of(new StoredUpTo(Rendition.WORKING, 65_536, false)), true));
        samples.put("offered-nothing", new Offered(1, Samples.PHOTO, 1, List.of(), false));
        StoredUpTo most = new StoredUpTo(Rendition.ORIGINAL, MOST, true);
        samples.put("offered-largest", new Offered(ALL_BITS, Samples.PHOTO, ALL_BITS, List.of(most, most, most), true));
        samples.put("upload", new Upload(2, 1, Samples.PHOTO, Rendition.WORKING, 65_536));
        samples.put("upload-largest", new Upload(ALL_BITS, ALL_BITS, Samples.PHOTO, Rendition.ORIGINAL, MOST));
        samples.put("upload-failed", new UploadFailed(1, Refusal.of(Code.HASH_MISMATCH, "another hash")));
        samples.put(
                "upload-failed-longest",
                new UploadFailed(ALL_BITS, ConnectionSamples.longest(Code.JPEG_TOO_MANY_SCANS)));
        samples.put("stored", new Stored(Samples.PHOTO, Rendition.WORKING, 65_552, false));
        samples.put("stored-largest", new Stored(Samples.PHOTO, Rendition.ORIGINAL, MOST, true));
        samples.put("publish", new Publish(5, Samples.PHOTO));
        samples.put("publish-largest", new Publish(ALL_BITS, Samples.PHOTO));
    }

    private static void addList(Map<String, Frame> samples) {
        samples.put(
                "photo-entry",
                new PhotoEntry(
                        1,
                        Samples.PHOTO,
                        "Seal",
                        Samples.ANNA,
                        1_764_000_000_000L,
                        1_764_000_001_000L,
                        PhotoState.ARRIVING,
                        1600,
                        1200,
                        List.of(new Arrived(Rendition.WORKING, 150_000, 4096)),
                        0,
                        0));
        Arrived most = new Arrived(Rendition.ORIGINAL, MOST, MOST);
        samples.put(
                "photo-entry-longest",
                new PhotoEntry(
                        ALL_BITS,
                        Samples.PHOTO,
                        Samples.LONGEST_TITLE,
                        Samples.LONGEST_PERSON,
                        MOST,
                        MOST,
                        PhotoState.EXPIRED,
                        ALL_BITS,
                        ALL_BITS,
                        List.of(most, most, most),
                        MOST,
                        MOST));
        samples.put("new-shot", new NewShot(Samples.PHOTO, 31));
        samples.put("rename", new Rename(6, Samples.PHOTO, "Seal, after"));
        samples.put("rename-longest", new Rename(ALL_BITS, Samples.PHOTO, Samples.LONGEST_TITLE));
        samples.put("withdraw", new Withdraw(7, Samples.PHOTO));
    }

    private static void addOpening(Map<String, Frame> samples) {
        samples.put("open", new Open(8, Samples.PHOTO, Rendition.WORKING, 0));
        samples.put("open-largest", new Open(ALL_BITS, Samples.PHOTO, Rendition.ORIGINAL, MOST));
        samples.put("opened", new Opened(8, 2, Samples.PHOTO, 0, WORKING));
        samples.put("opened-unasked-preview", new Opened(0, 3, Samples.PHOTO, 0, PREVIEW));
        samples.put("opened-largest", new Opened(ALL_BITS, ALL_BITS, Samples.PHOTO, MOST, LARGEST));
        samples.put("shut", new Shut(2));
        samples.put("shown", new Shown(Samples.PHOTO, Rendition.WORKING));
        samples.put("seen", new Seen(Samples.PHOTO, Rendition.WORKING, 31));
        samples.put(
                "interest",
                new Interest(List.of(
                        new Want(Samples.PHOTO, Rendition.WORKING, 2),
                        new Want(Samples.OTHER_PHOTO, Rendition.ORIGINAL, 1))));
        samples.put("interest-none", new Interest(List.of()));
    }
}
