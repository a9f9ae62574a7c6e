package io.pinhole.loadtest.join;

import io.pinhole.protocol.proto.Delta;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a widget by which one note is recognised on the other side: its number, the moment at which it was due in
 * nanoseconds of the monotonic clock, then letters that cannot be packed well.
 */
record NumberedNote(int seq, long due) {

    static final int MIN_CHARACTERS = 40;
    static final int MAX_CHARACTERS = 2000;

    private static final Pattern FORM = Pattern.compile("note (\\d{1,9}) (-?\\d{1,19}) .*");
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    String text(int characters) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "note %d %d ", seq, due));
        Random random = new Random(seq);
        while (text.length() < characters) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Empty if it is something else. */
    static Optional<NumberedNote> of(Delta delta) {
        if (!delta.getOperation().hasUpdate()) {
            return Optional.empty();
        }
        return of(delta.getOperation().getUpdate().getFields().getText());
    }

    static Optional<NumberedNote> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new NumberedNote(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
