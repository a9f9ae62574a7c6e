package io.pinhole.relay;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.relay.annotation.AnnotationLimits;
import io.pinhole.relay.annotation.AnnotationMeter;
import io.pinhole.relay.annotation.AnnotationShelf;
import io.pinhole.relay.annotation.StateCache;
import io.pinhole.relay.api.CapturePages;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.auth.ServerCertificate;
import io.pinhole.relay.auth.SigningKeys;
import io.pinhole.relay.auth.TokenIssuer;
import io.pinhole.relay.auth.TokenVerifier;
import io.pinhole.relay.call.CallContext;
import io.pinhole.relay.call.CallLimits;
import io.pinhole.relay.call.Calls;
import io.pinhole.relay.call.Delivery;
import io.pinhole.relay.call.Doorman;
import io.pinhole.relay.capture.Captures;
import io.pinhole.relay.capture.Studio;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.config.AnnotationConfig;
import io.pinhole.relay.config.RelayConfig;
import io.pinhole.relay.http.FrontPages;
import io.pinhole.relay.http.HttpPipeline;
import io.pinhole.relay.http.HttpPort;
import io.pinhole.relay.http.OpsPages;
import io.pinhole.relay.http.Origins;
import io.pinhole.relay.http.WebSocketDoor;
import io.pinhole.relay.metrics.Meters;
import io.pinhole.relay.metrics.Scrape;
import io.pinhole.relay.net.Admission;
import io.pinhole.relay.net.ClientPipeline;
import io.pinhole.relay.net.LinkListener;
import io.pinhole.relay.net.Loops;
import io.pinhole.relay.photo.BlockCache;
import io.pinhole.relay.photo.PhotoLimits;
import io.pinhole.relay.photo.PhotoShelf;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.jdbc.JdbcStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** A running relay: the only place that wires everything together. */
public final class RelayServer implements AutoCloseable {

    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Loops loops;
    private final JdbcStore store;
    private final Scrape scrape;
    private final Studio studio;
    private final Calls calls;
    private final ClientPipeline clients;
    private final ExecutorService writer;
    private final LinkListener link;
    private final HttpPort http;
    private final HttpPort ops;
    private final ServerCertificate certificate;
    private final TokenIssuer tokens;
    private final CompletableFuture<StoreException> storeFailure = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    /**
     * What a test may put in the place of the real thing.
     *
     * @param permissions who may what
     * @param delivery what goes out to participants
     * @param clock what time it is; a token expires by it
     * @param captures what saved photos go through on their way to the store
     */
    public record Seams(
            Permissions permissions, Delivery delivery, InstantSource clock, UnaryOperator<CaptureStore> captures) {

        /** The real thing. */
        public static final Seams NONE =
                new Seams(Permissions.standard(), Delivery.FAITHFUL, InstantSource.system(), UnaryOperator.identity());

        public Seams with(Permissions other) {
            return new Seams(other, delivery, clock, captures);
        }

        public Seams with(Delivery other) {
            return new Seams(permissions, other, clock, captures);
        }

        public Seams with(InstantSource other) {
            return new Seams(permissions, delivery, other, captures);
        }

        public Seams withCaptures(UnaryOperator<CaptureStore> other) {
            return new Seams(permissions, delivery, clock, other);
        }
    }

    /** Starts a relay; throws a {@link io.pinhole.relay.config.ConfigException} that names what is in the way. */
    public static RelayServer start(RelayConfig config) throws IOException {
        return start(config, Seams.NONE);
    }

    public static RelayServer start(RelayConfig config, Seams seams) throws IOException {
        Opened opened = new Opened();
        try {
            return new RelayServer(config, seams, opened);
        } catch (IOException | RuntimeException e) {
            opened.giveBack(e);
            throw e;
        }
    }

    private RelayServer(RelayConfig config, Seams seams, Opened opened) throws IOException {
        InstantSource clock = seams.clock();
        config.data().create();
        SigningKeys keys = SigningKeys.load(config.data());
        tokens = new TokenIssuer(keys, config.deployment(), clock);
        store = opened.add(JdbcStore.open(config.data(), storeFailure::complete));
        certificate = ServerCertificate.load(config.tls(), config.data(), clock.instant());
        loops = opened.add(new Loops());
        scrape = opened.add(new Scrape());
        Meters meters = new Meters(scrape.registry());
        studio = opened.add(new Studio(store.captures(), meters.captures(), this::changed));
        calls = new Calls(context(config, seams, meters, clock), loops::next);
        meters.calls(calls, Calls::count);
        meters.loopLag(loops, l -> l.stalledNanos() * 1e-9);
        meters.storeUp(store, s -> s.hasFailed() ? 0 : 1);

        TokenVerifier verifier =
                new TokenVerifier(keys, config.deployment(), config.auth().maxTokenLifetime(), clock);
        clients = new ClientPipeline(config.auth(), config.connection(), new Doorman(calls, verifier), meters);
        writer = Executors.newSingleThreadExecutor(new DefaultThreadFactory("api", true));
        opened.add(writer::shutdown);
        CapturePages captures = new CapturePages(store.captures(), verifier, seams.permissions(), writer);
        link = opened.add(LinkListener.bind(config.listen().link(), certificate, clients, loops));
        http = opened.add(HttpPort.bind(config.listen().http(), front(config, meters, captures), loops));
        ops = opened.add(HttpPort.bind(
                config.listen().ops(), HttpPipeline.plain(OpsPages.of(scrape, this::isAlive, this::isReady)), loops));
        studio.look(); // what an earlier run left
    }

    private HttpPipeline front(RelayConfig config, Meters meters, CapturePages captures) throws IOException {
        Optional<SslContext> tls = Optional.empty();
        if (config.http().tls()) {
            tls = Optional.of(SslContextBuilder.forServer(certificate.privateKey(), certificate.chain())
                    .build());
        }
        Admission admission =
                new Admission(config.auth().maxUnauthenticated(), config.auth().maxUnauthenticatedPerAddress());
        meters.httpConnections(admission, Admission::unauthenticated);
        Origins origins = new Origins(config.http().tls(), config.http().origins());
        return HttpPipeline.front(
                admission,
                tls,
                Optional.of(new WebSocketDoor(origins, clients)),
                FrontPages.of(link.address().toString(), certificate.fingerprint())
                        .and(captures.routes()));
    }

    private CallContext context(RelayConfig config, Seams seams, Meters meters, InstantSource clock) {
        PhotoLimits photoLimits = new PhotoLimits(
                config.limits().photosPerCall(),
                config.photo().maxBytes(),
                new JpegLimits(
                        config.photo().maxPixels(),
                        config.photo().maxSide(),
                        config.photo().maxScans(),
                        JpegLimits.DEFAULT.maxSegments()),
                config.photo().suspendedFor());
        CallLimits callLimits = new CallLimits(
                config.limits().participants(),
                config.call().defaultMode(),
                config.connection().reconnectGrace(),
                config.call().lifetimeAfterLast(),
                config.connection().voiceFramesPerSecond());
        Captures captures = new Captures(seams.captures().apply(store.captures()), studio::look, meters.captures());
        PhotoShelf shelf = new PhotoShelf(
                store.photos(),
                new BlockCache(store.photos(), config.photo().cacheBytes()),
                photoLimits,
                clock,
                captures::photoFinished,
                meters.photo());
        return new CallContext(
                store.calls(),
                shelf,
                annotation(config.annotation(), meters.annotation(), clock),
                captures,
                seams.permissions(),
                callLimits,
                meters,
                seams.delivery());
    }

    private AnnotationShelf annotation(AnnotationConfig config, AnnotationMeter meter, InstantSource clock) {
        Limits photo = new Limits(config.widgetsPerPhoto(), config.pointsPerPhoto(), Limits.DEFAULT.textChars());
        return new AnnotationShelf(
                store.operations(),
                new StateCache(store.operations(), config.cacheBytes(), meter),
                new AnnotationLimits(photo, config.operationsPerSecond(), config.bytesPerSecond()),
                clock,
                meter);
    }

    /** Where clients connect. */
    public Address linkAddress() {
        return link.address();
    }

    public Address httpAddress() {
        return http.address();
    }

    public Address opsAddress() {
        return ops.address();
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public String fingerprint() {
        return certificate.fingerprint();
    }

    /** Issues tokens that this relay accepts. */
    public TokenIssuer tokens() {
        return tokens;
    }

    /** Completed, on the store's thread, if a write error has stopped the store for good. */
    public CompletionStage<StoreException> storeFailure() {
        return storeFailure.minimalCompletionStage();
    }

    private void changed(StoredCapture capture) {
        calls.changed(capture);
    }

    private boolean isAlive() {
        return loops.stalledNanos() < STUCK_NANOS;
    }

    private boolean isReady() {
        return !closing.get() && !store.hasFailed();
    }

    /** Tells clients to come back, finishes what is being written, gives everything back. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        link.close();
        http.close();
        calls.closeAll(new Farewell(
                clients.connections(), () -> ThreadLocalRandom.current().nextDouble()));
        clients.drain();
        ops.close();
        loops.close();
        studio.close();
        writer.shutdown();
        store.close();
        scrape.close();
    }
}
