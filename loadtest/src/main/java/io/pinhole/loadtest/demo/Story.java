package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that has happened so far, in the order of time. Used by one thread. */
final class Story {

    private final Map<Part, Map<String, List<Happening>>> happenings = new EnumMap<>(Part.class);
    private final Map<Scene, Long> scenes = new EnumMap<>(Scene.class);

    /** A scene begins now. */
    void begin(Scene scene) {
        scenes.put(scene, System.nanoTime());
    }

    /** In any order. */
    void add(Happening news) {
        List<Happening> like = happenings
                .computeIfAbsent(news.part(), part -> new HashMap<>())
                .computeIfAbsent(news.name(), name -> new ArrayList<>());
        int place = like.size();
        while (place > 0 && like.get(place - 1).at() > news.at()) {
            place--;
        }
        like.add(place, news);
    }

    /** From the beginning of a scene to the beginning of the next; never, if it was not played. */
    Span during(Scene scene) {
        return during(scene, scene);
    }

    /** From the beginning of a scene to the end of another. */
    Span during(Scene first, Scene last) {
        Long from = scenes.get(first);
        long to = scenes.entrySet().stream()
                .filter(other -> other.getKey().compareTo(last) > 0)
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(Long.MAX_VALUE);
        return from == null ? Span.NEVER : new Span(from, to);
    }

    Stream<Happening> at(Part part) {
        return happenings.getOrDefault(part, Map.of()).values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingLong(Happening::at));
    }

    Stream<Happening> at(Part part, String event) {
        return happenings.getOrDefault(part, Map.of()).getOrDefault(event, List.of()).stream();
    }

    Stream<Happening> at(Part part, String event, String photo) {
        return at(part, event).filter(happening -> happening.has("photo", photo));
    }

    Optional<Happening> first(Part part, String event) {
        return at(part, event).findFirst();
    }

    boolean has(Part part, String event, Predicate<Happening> like) {
        return at(part, event).anyMatch(like);
    }

    /** What a participant was told to do, the first that begins like this. */
    Optional<Happening> action(Part part, String beginning) {
        return at(part, "action")
                .filter(action -> action.text("line").startsWith("0 " + beginning))
                .findFirst();
    }

    /** The handle by which the others know somebody; 0 if it is not in the call. */
    long handle(Part part) {
        return first(part, "joined").map(joined -> joined.number("participant")).orElse(0L);
    }

    /** When somebody came back whose line was cut; without that it may have lost the relay as well, and come back. */
    Optional<Happening> backAfterCut(Part part) {
        return afterCut(part, at(part, "resumed")).findFirst();
    }

    /** Whether somebody whose line was cut has noticed, and another was told so. */
    boolean isGoneAfterCut(Part part, Part told) {
        Stream<Happening> news = at(told, "participant")
                .filter(who -> who.has("participant", handle(part)) && who.has("presence", "reconnecting"));
        return afterCut(part, news).findAny().isPresent()
                && afterCut(part, at(part, "reconnecting")).findAny().isPresent();
    }

    private Stream<Happening> afterCut(Part part, Stream<Happening> news) {
        long cutAt = at(part, LineNote.EVENT)
                .filter(line -> line.has("state", "cut"))
                .mapToLong(Happening::at)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return news.filter(happening -> happening.at() > cutAt);
    }

    /** What somebody saw of another's eye. */
    Stream<Happening> eyes(Part seenBy, Part of) {
        return at(seenBy, "view").filter(view -> view.has("participant", handle(of)));
    }

    /** The id of one of the operator's photos, once it is published. */
    Optional<String> photo(Shot shot) {
        return at(Part.OPERATOR, "shared")
                .map(shared -> shared.text("photo"))
                .filter(photo -> at(Part.OPERATOR, "published", photo).findAny().isPresent())
                .skip(shot.number() - 1)
                .findFirst();
    }

    /** Whether the expert knows of the photo. */
    boolean isListed(Shot shot) {
        return photo(shot)
                .flatMap(photo -> at(Part.EXPERT, "photo", photo).findAny())
                .isPresent();
    }

    /** Whether all of it is stored, and saved at the expert. */
    boolean isWhole(Shot shot) {
        return photo(shot).map(this::isWhole).orElse(false);
    }

    private boolean isWhole(String photo) {
        return at(Part.EXPERT, "photo", photo).anyMatch(entry -> entry.has("state", "stored"))
                && at(Part.OPERATOR, "share-stored", photo).findAny().isPresent()
                && renditions(photo)
                        .allMatch(rendition ->
                                at(Part.EXPERT, "saved", photo).anyMatch(saved -> saved.has("rendition", rendition)));
    }

    /** What one of the operator's photos consists of, besides its preview. */
    private Stream<String> renditions(String photo) {
        return at(Part.OPERATOR, "shared", photo)
                .flatMap(shared -> Stream.of("working", "original").filter(name -> shared.number(name) > 0));
    }
}
