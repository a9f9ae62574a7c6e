package io.pinhole.protocol.widget;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places in the order of drawing: fractions between 0 and 1, written as digits to the base 62 in the order of ASCII and
 * without zeros at the end, so that comparing the strings compares the fractions and there is room between any two.
 */
public final class ZIndex {

    public static final int MAX_CHARS = 32;

    /** Longer ones call for new places, see {@link WidgetState#rebalance}. */
    public static final int LONG = 24;

    public static final String FIRST = "V";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();

    /** What steps to the top and to the bottom are counted in: there are 238,328 places of so few digits. */
    private static final int STEP_DIGITS = 3;

    private static final int STEPS = BASE * BASE * BASE;

    private ZIndex() {}

    public static boolean isValid(String z) {
        return !z.isEmpty()
                && z.length() <= MAX_CHARS
                && z.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0)
                && z.charAt(z.length() - 1) != DIGITS.charAt(0);
    }

    /** A place above this one and, as a rule, above all near it. */
    public static String after(String z) {
        int step = step(z) + 1;
        return step < STEPS ? ofStep(step) : between(z, null);
    }

    /** A place below this one. */
    public static String before(String z) {
        int step = step(z) - 1;
        return step > 0 ? ofStep(step) : between(null, z);
    }

    /**
     * The shortest place about midway.
     *
     * @param below null: the lowest of all
     * @param above null: the highest of all
     * @throws IllegalArgumentException if there is nothing between them
     */
    public static String between(@Nullable String below, @Nullable String above) {
        String low = below == null ? "" : below;
        if (above != null && low.compareTo(above) >= 0) {
            throw new IllegalArgumentException("nothing is between " + low + " and " + above);
        }
        StringBuilder place = new StringBuilder();
        boolean belowAbove = false; // from here on any digit is below the upper end
        for (int i = 0; ; i++) {
            int least = digit(low, i);
            int most = belowAbove || above == null ? BASE : digit(above, i);
            if (most - least > 1) {
                return place.append(DIGITS.charAt((least + most) / 2)).toString();
            }
            place.append(DIGITS.charAt(least));
            belowAbove |= most > least;
        }
    }

    /** So many places in rising order, evenly spread, as short as they can be. */
    public static List<String> spread(int count) {
        List<String> places = new ArrayList<>(count);
        long room = STEPS;
        if (count >= room) {
            throw new IllegalArgumentException("no room for " + count);
        }
        for (long i = 1; i <= count; i++) {
            places.add(ofStep((int) (i * room / (count + 1))));
        }
        return places;
    }

    private static int step(String z) {
        int step = 0;
        for (int i = 0; i < STEP_DIGITS; i++) {
            step = step * BASE + digit(z, i);
        }
        return step;
    }

    private static String ofStep(int step) {
        StringBuilder digits = new StringBuilder();
        for (int rest = step, i = 0; i < STEP_DIGITS; i++, rest /= BASE) {
            if (!digits.isEmpty() || rest % BASE != 0) {
                digits.append(DIGITS.charAt(rest % BASE));
            }
        }
        return digits.reverse().toString();
    }

    private static int digit(String z, int at) {
        return at < z.length() ? DIGITS.indexOf(z.charAt(at)) : 0;
    }
}
