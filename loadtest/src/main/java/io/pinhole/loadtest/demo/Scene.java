package io.pinhole.loadtest.demo;

/** What is played together, in this order. */
enum Scene {
    ENTRY,
    RULES,
    POOR_LINE,
    FIRST_SHOT,
    MORE_SHOTS,
    MOVES,
    DRAFT,
    LOST_LINE,
    SAVING,
    LEAVING
}
