package io.pinhole.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection's requests and answers, without sockets, in virtual time. */
class ConversationTest {

    private final List<CompletableFuture<Answer>> later = new ArrayList<>();
    private final Routes routes = Routes.NONE
            .with("/now", Page.of(() -> Answer.ok("now")))
            .with("/later", this::later)
            .with("/tagged", Page.of(() -> Answer.ok("tagged").with("etag", "\"a1\"")))
            .with("/broken", Page.of(() -> {
                throw new IllegalStateException("secret");
            }))
            .with("/failed", asked -> CompletableFuture.failedFuture(new IllegalStateException("secret")))
            .with("/hello/{name}", asked -> CompletableFuture.completedFuture(Answer.ok(asked.parameter("name"))));
    private EmbeddedChannel channel;

    @BeforeEach
    void connect() {
        channel = new EmbeddedChannel();
        channel.config().setAutoRead(false);
        channel.freezeTime();
        channel.pipeline()
                .addLast(new IdleStateHandler(true, 0, 0, 60, TimeUnit.SECONDS))
                .addLast(new FlowControlHandler())
                .addLast(new Conversation(new Router(routes), Optional.empty()));
        channel.pipeline().fireChannelActive();
    }

    @AfterEach
    void hangUp() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aRequestWaitsUntilTheOneBeforeIsAnswered() {
        channel.writeInbound(get("/later"), get("/later"), get("/now"));
        assertThat(later).hasSize(1);
        assertThat(channel.outboundMessages()).isEmpty();

        complete(0, "first");
        assertThat(later).hasSize(2);
        assertThat(answer()).isEqualTo("200 first");
        assertThat(channel.outboundMessages()).isEmpty();

        complete(1, "second");
        assertThat(answer()).isEqualTo("200 second");
        assertThat(answer()).isEqualTo("200 now");
    }

    @Test
    void aReadThatBringsNoRequestIsRepeated() {
        channel.pipeline().fireChannelReadComplete();
        channel.writeInbound(get("/now"));
        assertThat(answer()).isEqualTo("200 now");
        channel.pipeline().fireChannelReadComplete();
        channel.writeInbound(get("/now"));
        assertThat(answer()).isEqualTo("200 now");
    }

    @Test
    void manyRequestsInOneReadAreAnsweredOneAfterTheOther() {
        FullHttpRequest[] requests = new FullHttpRequest[5_000];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = get("/hello/" + i);
        }
        channel.writeInbound((Object[]) requests);
        for (int i = 0; i < requests.length; i++) {
            assertThat(answer()).isEqualTo("200 " + i);
        }
    }

    @Test
    void headHasTheLengthAndNoBody() {
        FullHttpRequest request = get("/now").setMethod(HttpMethod.HEAD);
        channel.writeInbound(request);
        FullHttpResponse response = channel.readOutbound();
        assertThat(response.headers().getInt("content-length")).isEqualTo("now\n".length());
        assertThat(response.content().isReadable()).isFalse();
        response.release();
    }

    @Test
    void whoHasItAlreadyDoesNotGetItAgain() {
        for (String known : List.of("\"a1\"", "\"b\", W/\"a1\"", "*")) {
            FullHttpRequest request = get("/tagged");
            request.headers().set("If-None-Match", known);
            channel.writeInbound(request);
            FullHttpResponse response = channel.readOutbound();
            assertThat(response.status()).isEqualTo(HttpResponseStatus.NOT_MODIFIED);
            assertThat(response.headers().get("etag")).isEqualTo("\"a1\"");
            assertThat(response.content().isReadable()).isFalse();
            response.release();
        }
        FullHttpRequest other = get("/tagged");
        other.headers().set("If-None-Match", "\"a2\"");
        channel.writeInbound(other);
        assertThat(answer()).isEqualTo("200 tagged");
    }

    @Test
    void afterTheLastAnswerTheConnectionEnds() {
        FullHttpRequest request = get("/now");
        request.headers().set("Connection", "close");
        channel.writeInbound(request, get("/now"));
        assertThat(answer()).isEqualTo("200 now");
        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void anOldClientSaysThatItWantsToGoOn() {
        FullHttpRequest request = get("/now").setProtocolVersion(HttpVersion.HTTP_1_0);
        request.headers().set("Connection", "keep-alive");
        channel.writeInbound(request);
        FullHttpResponse response = channel.readOutbound();
        assertThat(response.headers().get("connection")).isEqualTo("keep-alive");
        assertThat(channel.isActive()).isTrue();
        response.release();
    }

    @Test
    void whatFailsIsAnsweredWithoutItsReason() {
        channel.writeInbound(get("/broken"), get("/failed"), get("/now"));
        String error = "500 {\"error\":{\"code\":\"INTERNAL\",\"message\":\"internal error\"}}";
        assertThat(answer()).isEqualTo(error);
        assertThat(answer()).isEqualTo(error);
        assertThat(answer()).isEqualTo("200 now");
    }

    @Test
    void afterWhatCannotBeReadNothingIs() {
        FullHttpRequest broken = get("/bad-request");
        broken.setDecoderResult(DecoderResult.failure(new TooLongHttpLineException("long")));
        channel.writeInbound(broken);
        assertThat(answer()).startsWith("414 {\"error\":{\"code\":\"BAD_REQUEST\"");
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void whoAsksNothingForAMinuteIsHungUpOn() {
        channel.advanceTimeBy(59, TimeUnit.SECONDS);
        channel.runPendingTasks();
        assertThat(channel.isActive()).isTrue();
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runPendingTasks();
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedForForEver() {
        channel.writeInbound(get("/later"));
        channel.advanceTimeBy(61, TimeUnit.SECONDS);
        channel.runPendingTasks();
        assertThat(channel.isActive()).isTrue();
        channel.advanceTimeBy(60, TimeUnit.SECONDS);
        channel.runPendingTasks();
        assertThat(channel.isActive()).isFalse();
        complete(0, "too late");
    }

    @Test
    void aRequestShowsNothingOfItself() {
        Asked asked = new Asked("/a?token=secret", java.util.Map.of("id", "x"), List.of("Bearer secret"));
        assertThat(asked.toString()).doesNotContain("secret");
    }

    private CompletableFuture<Answer> later(Asked asked) {
        later.add(new CompletableFuture<>());
        return later.get(later.size() - 1);
    }

    private void complete(int index, String line) {
        later.get(index).complete(Answer.ok(line));
        channel.runPendingTasks();
    }

    private static FullHttpRequest get(String path) {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path, Unpooled.EMPTY_BUFFER);
    }

    /** The next one's status and line. */
    private String answer() {
        FullHttpResponse response = channel.readOutbound();
        try {
            return response.status().code() + " "
                    + response.content().toString(StandardCharsets.UTF_8).strip();
        } finally {
            response.release();
        }
    }
}
