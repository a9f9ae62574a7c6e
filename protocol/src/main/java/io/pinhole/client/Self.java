package io.pinhole.client;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Limits;

/** As whom this client draws. */
record Self(PersonId person, boolean mayModerate) {

    static Self of(Welcome welcome) {
        return new Self(welcome.self().person(), welcome.rights().contains(Right.MODERATE));
    }

    /** Of an operation that the relay has committed, when it has not said more than that. */
    Context committed(OwnOperation own) {
        return Context.committed(own.revision(), person, own.madeMillis());
    }

    /** Of an operation that the relay has not committed. */
    Context at(OwnOperation own) {
        return new Context(own.provisionalRevision(), person, mayModerate, own.madeMillis(), Limits.DEFAULT);
    }
}
