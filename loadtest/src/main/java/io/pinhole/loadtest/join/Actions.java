package io.pinhole.loadtest.join;

import io.pinhole.client.PreparedPhoto;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PhotoId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The words of a script: {@code SECONDS action arguments}. */
final class Actions {

    private static final String KNOWN =
            "mode, photo, draft, publish, open, follow, close, list, rename, withdraw, key, leave, end, drop, "
                    + DrawingActions.KNOWN;

    private Actions() {}

    /** @throws IllegalArgumentException naming what would be right */
    static ScriptLine parse(String line) {
        String[] words = line.split("\\s+", 3);
        if (words.length < 2) {
            throw new IllegalArgumentException("a line is SECONDS action arguments");
        }
        String arguments = words.length == 3 ? words[2] : "";
        return new ScriptLine(seconds(words[0]), line, action(words[1], arguments));
    }

    /** Shares a file at a time, given as FILE@SECONDS. */
    static ScriptLine photo(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("'" + text + "' is not FILE@SECONDS");
        }
        return new ScriptLine(
                seconds(text.substring(at + 1)), "photo " + text, photo(PhotoWords.file(text.substring(0, at)), true));
    }

    private static double seconds(String word) {
        try {
            double seconds = Double.parseDouble(word);
            if (seconds >= 0 && Double.isFinite(seconds)) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + word + "' is not a number of seconds");
    }

    private static Consumer<Actor> action(String name, String arguments) {
        List<String> words = List.of(arguments.split("\\s+", 2));
        String first = words.get(0);
        String rest = words.size() == 2 ? words.get(1) : "";
        return switch (name) {
            case "mode" -> mode(first);
            case "photo" -> photo(PhotoWords.parse(arguments), true);
            case "draft" -> photo(PhotoWords.parse(arguments), false);
            case "publish" -> Actor::publish;
            case "follow" -> follow(first);
            case "open" -> open(first, rest);
            case "rename" -> rename(first, rest);
            case "withdraw" -> withdraw(first);
            case "key" -> key(first);
            case "close" -> Actor::close;
            case "list" -> Actor::list;
            case "leave" -> Actor::leave;
            case "end" -> Actor::end;
            case "drop" -> Actor::drop;
            default -> draw(name, arguments);
        };
    }

    private static Consumer<Actor> draw(String name, String arguments) {
        Consumer<Sketch> change = DrawingActions.of(name, arguments)
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no action (" + KNOWN + ")"));
        return actor -> actor.draw(name, change);
    }

    private static Consumer<Actor> mode(String word) {
        Mode mode = switch (word) {
            case "photo" -> Mode.PHOTO;
            case "video" -> Mode.VIDEO;
            default -> throw new IllegalArgumentException("a mode is photo or video, not '" + word + "'");
        };
        return actor -> actor.mode(mode);
    }

    /** What one key does, without naming anything. */
    private static Consumer<Actor> key(String word) {
        return switch (word) {
            case "shoot" -> Actor::shoot;
            case "open" -> actor -> actor.open(Optional.empty(), true);
            case "back" -> Actor::close;
            default -> throw new IllegalArgumentException("a key is shoot, open or back, not '" + word + "'");
        };
    }

    private static Consumer<Actor> photo(PhotoWords words, boolean publish) {
        PreparedPhoto photo = words.prepare();
        return actor -> actor.share(photo, publish);
    }

    private static Consumer<Actor> follow(String photo) {
        Optional<PhotoId> wanted = id(photo);
        return actor -> actor.follow(wanted);
    }

    private static Consumer<Actor> open(String photo, String how) {
        if (!how.isEmpty() && !how.equals("full")) {
            throw new IllegalArgumentException("a photo is opened or opened full, not '" + how + "'");
        }
        Optional<PhotoId> wanted = id(photo);
        return actor -> actor.open(wanted, !how.isEmpty());
    }

    private static Consumer<Actor> rename(String photo, String title) {
        Optional<PhotoId> wanted = id(photo);
        return actor -> actor.rename(wanted, title);
    }

    private static Consumer<Actor> withdraw(String photo) {
        Optional<PhotoId> wanted = id(photo);
        return actor -> actor.withdraw(wanted);
    }

    /** Empty for the last. */
    private static Optional<PhotoId> id(String word) {
        if (word.equals("last")) {
            return Optional.empty();
        }
        try {
            return Optional.of(PhotoId.parse(word));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a photo is 'last' or 32 hexadecimal digits, not '" + word + "'", e);
        }
    }
}
