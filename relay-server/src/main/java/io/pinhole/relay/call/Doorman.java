package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.link.Link;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.auth.ResumeSecrets;
import io.pinhole.relay.auth.TokenVerifier;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people in: from what a Hello says to a seat in its call. Any thread. */
public final class Doorman {

    private static final Logger LOG = LoggerFactory.getLogger(Doorman.class);

    private final Calls calls;
    private final TokenVerifier tokens;

    public Doorman(Calls calls, TokenVerifier tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    /** The seat, or a {@link RefusedException}, or the store's failure. The seat has been welcomed when this is done. */
    public CompletableFuture<Seat> admit(Hello hello, Link link) {
        try {
            if (hello.version() != Hello.VERSION) {
                throw new RefusedException(
                        Code.UNSUPPORTED_VERSION,
                        "version " + hello.version() + ", this relay speaks " + Hello.VERSION);
            }
            if (hello.credential() instanceof Credential.Token token) {
                Grant grant = tokens.verify(token.jwt());
                return calls.open(grant.call())
                        .thenCompose(call ->
                                join(call, link, hello, () -> call.roster().member(grant)));
            }
            Credential.Resume resume = (Credential.Resume) hello.credential();
            Sha256 secret = ResumeSecrets.hash(HexFormat.of().parseHex(resume.secret()));
            return calls.find(resume.call())
                    .thenCompose(found -> found.isEmpty()
                            ? CompletableFuture.failedFuture(
                                    new RefusedException(Code.RESUME_UNKNOWN, "there is no call " + resume.call()))
                            : join(
                                    found.get(),
                                    link,
                                    hello,
                                    () -> found.get().roster().resuming(secret)));
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private interface Finder {
        Member find() throws RefusedException;
    }

    private static CompletableFuture<Seat> join(Call call, Link link, Hello hello, Finder finder) {
        return call.on(finder::find)
                .thenCompose(member -> call.on(() -> prepare(call, member)))
                .thenCompose(prepared -> keep(call, prepared))
                .thenCompose(prepared -> call.on(() -> sit(call, prepared, link, hello)));
    }

    private static Seat sit(Call call, Prepared prepared, Link link, Hello hello) throws RefusedException {
        call.requireRoomFor(prepared.member); // others may have come while the store was busy
        return call.seat(prepared.member, link, prepared.secret, hello.capabilities());
    }

    private record Prepared(Member member, String secret) {}

    private static Prepared prepare(Call call, Member member) throws RefusedException {
        call.requireRoomFor(member);
        byte[] next = ResumeSecrets.random();
        member.addSecret(ResumeSecrets.hash(next));
        return new Prepared(member, HexFormat.of().formatHex(next));
    }

    /** The secret must be durable before it is given away; without a store, people talk all the same. */
    private static CompletableFuture<Prepared> keep(Call call, Prepared prepared) {
        return call.context()
                .store()
                .saveMember(call.id(), prepared.member.toStored())
                .handle((done, failure) -> {
                    if (failure == null) {
                        return prepared;
                    }
                    LOG.error("a join of call {} could not be stored", call.id(), failure);
                    return new Prepared(prepared.member, "");
                });
    }
}
