package io.pinhole.loadtest.demo;

/** The operator's photos, in the order in which they are taken. */
enum Shot {
    /** On the poor line, by a key. */
    KEY(1),
    FIRST(2),
    /** At the same moment as the next. */
    SECOND(3),
    THIRD(4),
    /** Drawn on before anybody sees it. */
    DRAFT(5);

    private final int number;

    Shot(int number) {
        this.number = number;
    }

    /** From 1 on. */
    int number() {
        return number;
    }
}
