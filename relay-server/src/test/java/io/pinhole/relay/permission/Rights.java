package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.Right;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token lists, in the order of the letters of a table's cell. */
enum Rights {
    NO_LIST,
    ONLY_THESE,
    /** All but the last of those that are needed. */
    ALL_BUT_THE_LAST,
    ALL;

    /** The rights that a row of the table names. */
    static List<Right> parse(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Right::of)
                .toList();
    }

    Optional<Set<Right>> list(List<Right> needed) {
        Set<Right> all = EnumSet.allOf(Right.class);
        switch (this) {
            case NO_LIST -> {
                return Optional.empty();
            }
            case ONLY_THESE -> all.retainAll(needed);
            case ALL_BUT_THE_LAST ->
                needed.stream().skip(Math.max(0, needed.size() - 1)).forEach(all::remove);
            case ALL -> all.add(Right.TALK);
        }
        return Optional.of(all);
    }

    String describe(List<Right> needed) {
        return switch (this) {
            case NO_LIST -> "token without a list";
            case ONLY_THESE -> "token lists " + (needed.isEmpty() ? "nothing" : words(needed));
            case ALL_BUT_THE_LAST ->
                "token lists all"
                        + (needed.isEmpty()
                                ? ""
                                : " but " + needed.get(needed.size() - 1).word());
            case ALL -> "token lists all";
        };
    }

    private static String words(List<Right> rights) {
        return rights.stream().map(Right::word).collect(Collectors.joining(" and "));
    }
}
