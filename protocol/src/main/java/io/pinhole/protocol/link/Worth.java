package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.Stage;

/**
 * What the next bytes of a photo do for the person at the other end, the most useful first.
 *
 * <p>A preview is 2 KB and tells which photo it is. With the outline of a working copy, about a fifth of its bytes, one
 * can talk about it: it comes before anything that makes another photo better. The polish, up to two fifths, is hardly
 * seen, so it waits until every working copy is there but for that. An original is wanted to the last bit or not at
 * all: its stages are not told apart.
 */
public enum Worth {
    PREVIEW,
    VIEWED_OUTLINE,
    VIEWED_DETAIL,
    OUTLINE,
    DETAIL,
    VIEWED_POLISH,
    POLISH,
    VIEWED_ORIGINAL,
    ORIGINAL;

    /**
     * @param stage in which the next bytes of the rendition are
     * @param viewed whether somebody at the other end looks at the photo
     */
    public static Worth of(Rendition rendition, Stage stage, boolean viewed) {
        return switch (rendition) {
            case PREVIEW -> PREVIEW;
            case WORKING -> working(stage, viewed);
            case ORIGINAL -> viewed ? VIEWED_ORIGINAL : ORIGINAL;
        };
    }

    private static Worth working(Stage stage, boolean viewed) {
        return switch (stage) {
            case OUTLINE -> viewed ? VIEWED_OUTLINE : OUTLINE;
            case DETAIL -> viewed ? VIEWED_DETAIL : DETAIL;
            case POLISH -> viewed ? VIEWED_POLISH : POLISH;
        };
    }
}
