package io.pinhole.protocol.widget;

/** How much some widgets are together. */
record Tally(int widgets, int points, int textChars) {

    static final Tally NOTHING = new Tally(0, 0, 0);

    Tally plus(Widget widget) {
        return new Tally(widgets + 1, points + widget.points(), textChars + widget.textChars());
    }

    Tally minus(Widget widget) {
        return new Tally(widgets - 1, points - widget.points(), textChars - widget.textChars());
    }

    boolean isWithin(Limits limits) {
        return widgets <= limits.widgets() && points <= limits.points() && textChars <= limits.textChars();
    }
}
