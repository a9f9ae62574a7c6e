package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.relay.auth.Grant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of a call, and the handles of those who are in it. Owned by the call's thread. */
final class Roster {

    /** 0 is everybody's name for itself. */
    static final int MAX_HANDLE = Voice.MAX_SPEAKERS - 1;

    private final Map<PersonId, Member> members = new LinkedHashMap<>();

    void add(Member member) {
        members.put(member.person(), member);
    }

    @Nullable Member find(PersonId person) {
        return members.get(person);
    }

    Optional<Member> bySecret(Sha256 secret) {
        return members.values().stream().filter(member -> member.knows(secret)).findFirst();
    }

    /** Who holds this resume secret. */
    Member resuming(Sha256 secret) throws RefusedException {
        Member member = bySecret(secret)
                .orElseThrow(() -> new RefusedException(Code.RESUME_UNKNOWN, "the resume secret is not known"));
        member.used(secret);
        return member;
    }

    /** The member of a verified token, new or known. */
    Member member(Grant grant) {
        Member member = find(grant.person());
        if (member == null) {
            member = new Member(grant);
            add(member);
        } else {
            member.grant(grant);
        }
        return member;
    }

    /** All who are here or reconnecting. */
    List<Member> present() {
        return members.values().stream()
                .filter(member -> member.presence() != Presence.GONE)
                .toList();
    }

    /** The connections of all who are here. */
    List<Seat> seats() {
        return members.values().stream()
                .map(Member::seat)
                .filter(seat -> seat != null)
                .toList();
    }

    Collection<Member> all() {
        return members.values();
    }

    /** The handle of somebody who is in the call already, else the smallest that is free. */
    int handleFor(Member member) {
        if (member.presence() != Presence.GONE) {
            return member.handle();
        }
        List<Integer> taken = present().stream().map(Member::handle).toList();
        int handle = 1;
        while (taken.contains(handle)) {
            handle++;
        }
        return handle;
    }
}
