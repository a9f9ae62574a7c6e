package io.pinhole.relay.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResumeSecretsTest {

    @Test
    void secretsDifferAndOneSecretHasOneHash() {
        byte[] secret = ResumeSecrets.random();

        assertThat(secret).hasSize(16).isNotEqualTo(ResumeSecrets.random());
        assertThat(ResumeSecrets.hash(secret)).isEqualTo(ResumeSecrets.hash(secret.clone()));
        assertThat(ResumeSecrets.hash(secret)).isNotEqualTo(ResumeSecrets.hash(ResumeSecrets.random()));
    }
}
