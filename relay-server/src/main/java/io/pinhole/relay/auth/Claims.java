package io.pinhole.relay.auth;

/** The names of a token's claims that are ours; the registered ones are JWT's. */
final class Claims {

    static final String NAME = "name";
    static final String CALL = "call";
    static final String ROLE = "role";
    static final String CLIENT = "client";
    static final String RIGHTS = "rights";

    private Claims() {}
}
