package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialsTest {

    private static final CallId CALL = new CallId("c");
    private static final Credential TOKEN = new Credential.Token("jwt");

    private final Credentials credentials =
            new Credentials(ClientConfig.to("h", 1).token("jwt").build());

    @Test
    void tokenFirstThenTheNewestSecret() {
        assertThat(credentials.next()).isEqualTo(TOKEN);
        credentials.renew(CALL, "aa");
        credentials.renew(CALL, "bb");
        assertThat(credentials.next()).isEqualTo(new Credential.Resume(CALL, "bb"));
    }

    @Test
    void anUnknownSecretFallsBackToTheToken() {
        credentials.renew(CALL, "aa");
        assertThat(credentials.mayReturnAfter(Refusal.of(Code.RESUME_UNKNOWN, "")))
                .isTrue();
        assertThat(credentials.next()).isEqualTo(TOKEN);
    }

    @Test
    void anUnknownSecretIsTheEndWithoutAToken() {
        Credentials kept = new Credentials(ClientConfig.to("h", 1)
                .resume(new Credential.Resume(CALL, "aa"))
                .build());
        assertThat(kept.mayReturnAfter(Refusal.of(Code.RESUME_UNKNOWN, ""))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"REPLACED", "CALL_ENDED", "CALL_FULL", "TOKEN_EXPIRED", "BAD_TEXT", "LEFT", "MALFORMED"})
    void finalCodesAreFinal(Code code) {
        assertThat(credentials.mayReturnAfter(Refusal.of(code, ""))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"HEARTBEAT_LOST", "SHUTTING_DOWN", "INTERNAL", "STORE_UNAVAILABLE", "AUTHENTICATION_TIMEOUT"})
    void otherCodesAreNot(Code code) {
        assertThat(credentials.mayReturnAfter(Refusal.of(code, ""))).isTrue();
    }

    @Test
    void codesOfANewerRelayAreNot() {
        assertThat(credentials.mayReturnAfter(new Refusal(999, "", 0))).isTrue();
    }
}
