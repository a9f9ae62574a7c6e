package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a scrape says after somebody has drawn. */
class AnnotationMetricsIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private static final Operation CLEAR_OWN = new Operation.Clear(false);
    private static final Operation CLEAR_ALL = new Operation.Clear(true);

    private final TestCall call = RELAY.call();
    private final TestPhoto photo = TestPhoto.small();
    private TestClient operator;
    private int handle;

    @Test
    void everythingThatBecameOfOperationsIsCounted() {
        operator = enter("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE);
        operator.done(n -> new SetMode(n, Mode.PHOTO));
        int request = operator.request(photo::offer);
        handle = operator.await(Offered.class, o -> o.request() == request).handle();

        draw(1, CLEAR_OWN, CLEAR_OWN, CLEAR_ALL);
        draw(1, CLEAR_OWN, CLEAR_OWN, CLEAR_ALL);
        draw(2, CLEAR_OWN);
        TestClient observer = enter("observer", Role.OBSERVER, ClientKind.WEB);
        observer.send(operations(1, CLEAR_OWN));
        observer.await(OperationResults.class);
        operator.send(new Have(List.of(new HavePhoto(photo.id(), 0, 0, List.of()))));
        operator.await(Snapshot.class);

        assertThat(RELAY.metric("pinhole_operations_total{result=\"applied\",}"))
                .isEqualTo(2);
        assertThat(RELAY.metric("pinhole_operations_total{result=\"repeated\",}"))
                .isEqualTo(3);
        assertThat(RELAY.metric("pinhole_operations_total{result=\"refused\",}"))
                .isEqualTo(3);
        assertThat(RELAY.metric("pinhole_operations_refused_total{reason=\"right_missing\",}"))
                .isOne();
        assertThat(RELAY.metric("pinhole_operations_refused_total{reason=\"role_not_allowed\",}"))
                .isOne();
        assertThat(RELAY.metric("pinhole_operations_refused_total{reason=\"epoch_changed\",}"))
                .isOne();
        assertThat(RELAY.metric("pinhole_epoch_changes_total")).isOne();
        assertThat(RELAY.metric("pinhole_operation_commit_seconds_count")).isOne();
        assertThat(RELAY.metric("pinhole_snapshots_total{cause=\"opened\",}")).isOne();
        assertThat(RELAY.metric("pinhole_snapshots_total{cause=\"lapsed\",}")).isZero();
        assertThat(RELAY.metric("pinhole_widget_cache_lookups_total{result=\"hit\",}"))
                .isOne();
        assertThat(RELAY.metric("pinhole_widget_cache_lookups_total{result=\"miss\",}"))
                .isZero();
    }

    private TestClient enter(String person, Role role, ClientKind kind) {
        TestClient client = TestClient.connect(RELAY.address());
        client.join(call.token(person, role, kind), Capability.ANNOTATE);
        return client;
    }

    private void draw(long epoch, Operation... operations) {
        operator.send(operations(epoch, operations));
        operator.await(OperationResults.class);
    }

    private Operations operations(long epoch, Operation... operations) {
        return new Operations(
                handle,
                epoch,
                1,
                1,
                Arrays.stream(operations).map(Operation::toMessage).toList());
    }
}
