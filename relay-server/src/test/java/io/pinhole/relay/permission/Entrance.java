package io.pinhole.relay.permission;

/** How somebody came into the call on the connection that asks. */
enum Entrance {
    BY_TOKEN(""),
    EXPIRED_SINCE(", expired since"),
    BY_SECRET(", back by the resume secret"),
    BY_SECRET_OF_AN_EXPIRED_TOKEN(", expired since, back by the resume secret"),
    BY_A_NARROWER_TOKEN(", newer than one that lists all"),
    BY_A_SECRET_OF_BEFORE(", newer than one that lists all, back by the secret of that one");

    private final String words;

    Entrance(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
