package io.pinhole.protocol.link;

import java.util.Comparator;

/**
 * How soon a source should go, the most useful first.
 *
 * @param order among those of equal worth, the smallest first; those that are equal in this too go in the order in
 *     which the link came to know them, one after the other: a whole picture and none of the next is more than two halves
 */
public record Usefulness(Worth worth, int order) implements Comparable<Usefulness> {

    private static final Comparator<Usefulness> MOST_USEFUL_FIRST =
            Comparator.comparing(Usefulness::worth).thenComparingInt(Usefulness::order);

    @Override
    public int compareTo(Usefulness other) {
        return MOST_USEFUL_FIRST.compare(this, other);
    }
}
