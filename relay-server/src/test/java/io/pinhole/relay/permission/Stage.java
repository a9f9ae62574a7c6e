package io.pinhole.relay.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Request;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A call in photo mode. Ada is a field operator until she comes in again as the person in question; bob, an expert, sees
 * what comes of what she asks; carl is there if a photo of somebody else's is needed.
 */
final class Stage implements AutoCloseable {

    /** Longer than any token of these tests lives, with the leeway. */
    private static final Duration LONG = Duration.ofHours(2);

    private static final String ADA = "ada";

    private final World world;
    private final TestCall call;
    private final List<TestClient> connections = new ArrayList<>();
    private final TestClient bob;
    private final Album album;
    private final Sheet sheet;
    private TestClient ada;
    private Optional<TestClient> carl = Optional.empty();
    private List<Witness> witnesses = List.of();

    Stage(World world) {
        this.world = world;
        call = world.relay().call();
        ada = join(call.token(ADA, Role.FIELD_OPERATOR, ClientKind.MOBILE));
        ada.done(n -> new SetMode(n, Mode.PHOTO));
        bob = join(call.token("bob", Role.EXPERT, ClientKind.DESKTOP));
        album = new Album(this);
        sheet = new Sheet(this);
    }

    TestClient ada() {
        return ada;
    }

    TestClient bob() {
        return bob;
    }

    /** A field operator, who comes in when first called. */
    TestClient carl() {
        if (carl.isEmpty()) {
            carl = Optional.of(join(call.token("carl", Role.FIELD_OPERATOR, ClientKind.MOBILE)));
        }
        return carl.get();
    }

    /** Photos. */
    Album album() {
        return album;
    }

    /** Widgets on the first photo. */
    Sheet sheet() {
        return sheet;
    }

    // ------------------------------------------------------------------ coming in

    /** From here on ada is who the case says. */
    void enter(Case theCase) {
        Case.Who who = theCase.who();
        String token = token(who, who.rights().list(theCase.needed()));
        switch (who.entrance()) {
            case BY_TOKEN -> ada = join(token);
            case EXPIRED_SINCE -> {
                ada = join(token);
                letExpire(token);
            }
            case BY_SECRET -> {
                ada = join(token);
                comeBack(ada.welcome());
            }
            case BY_SECRET_OF_AN_EXPIRED_TOKEN -> {
                ada = join(token);
                letExpire(token);
                comeBack(ada.welcome());
            }
            case BY_A_NARROWER_TOKEN -> {
                joinWithAll(who);
                ada = join(token);
            }
            case BY_A_SECRET_OF_BEFORE -> {
                Welcome before = joinWithAll(who);
                ada = join(token);
                comeBack(before);
            }
        }
        settle(ada);
        witnesses =
                Stream.concat(Stream.of(bob), carl.stream()).map(Witness::new).toList();
    }

    private Welcome joinWithAll(Case.Who who) {
        return join(token(who, Rights.ALL.list(List.of()))).welcome();
    }

    private void letExpire(String token) {
        world.clock().pass(LONG);
        TestClient late = connect();
        late.send(TestClient.hello(new Credential.Token(token)));
        assertThat(late.endedBy()).isEqualTo(Code.TOKEN_EXPIRED);
    }

    private void comeBack(Welcome earlier) {
        ada.drop();
        ada = connect();
        ada.resume(earlier);
    }

    private String token(Case.Who who, Optional<Set<Right>> rights) {
        return world.relay().token(new Grant(call.id(), new PersonId(ADA), ADA, who.role(), who.client(), rights));
    }

    private TestClient join(String token) {
        TestClient client = connect();
        client.join(token, Capability.ANNOTATE, Capability.CAPTURE);
        return client;
    }

    private TestClient connect() {
        TestClient client = TestClient.connect(world.relay().address());
        connections.add(client);
        return client;
    }

    // ------------------------------------------------------------------ asking

    /** What ada's request is answered with. */
    ServerFrame answer(IntFunction<? extends Request> request) {
        int number = ada.request(request);
        return ada.await(ServerFrame.class, frame -> Answers.isFor(frame, number));
    }

    Outcome asks(IntFunction<? extends Request> request) {
        return Answers.outcome(answer(request));
    }

    /** Whether ada is refused what has no number. */
    Outcome tells(Runnable something) {
        something.run();
        settle(ada);
        return ada.received(Reply.class).stream()
                .filter(reply -> reply.request() == 0)
                .findFirst()
                .map(reply -> Outcome.of(reply.refusal()))
                .orElse(Outcome.DONE);
    }

    /** Nobody has noticed that ada asked for anything, and she is as connected as before. */
    void nothingChanged() {
        settle(ada);
        sheet.isAtItsRevision();
        witnesses.forEach(witness -> witness.sawNothingSince(sheet.revision()));
        assertThat(ada.isConnected()).isTrue();
    }

    /**
     * Returns when all that either side has sent before has come. Answers overtake what is less urgent, but only within a
     * flush.
     */
    static void settle(TestClient client) {
        client.sync();
        client.sync();
    }

    @Override
    public void close() {
        connections.forEach(TestClient::drop);
    }
}
