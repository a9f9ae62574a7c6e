package io.pinhole.relay.config;

/**
 * All that can be configured; reference.conf says what each part means.
 *
 * @param deployment the audience of tokens
 */
public record RelayConfig(
        DataFolder data,
        String deployment,
        ListenConfig listen,
        HttpConfig http,
        TlsConfig tls,
        LogFormat logFormat,
        AuthConfig auth,
        CallConfig call,
        ConnectionConfig connection,
        LimitsConfig limits,
        PhotoConfig photo,
        AnnotationConfig annotation) {

    public RelayConfig {
        Check.that(!deployment.isBlank(), "deployment", deployment, "a name is needed");
        Check.that(
                !http.plain() || listen.http().isLoopback(),
                "http-plain",
                true,
                "http = " + listen.http() + " is not a loopback address; if a proxy does TLS, set behind-proxy");
    }

    static RelayConfig of(Values values) {
        return new RelayConfig(
                new DataFolder(values.path("data")),
                values.text("deployment"),
                ListenConfig.of(values),
                HttpConfig.of(values),
                TlsConfig.of(values),
                values.word("log.format", LogFormat.class),
                AuthConfig.of(values),
                CallConfig.of(values),
                ConnectionConfig.of(values),
                LimitsConfig.of(values),
                PhotoConfig.of(values),
                AnnotationConfig.of(values));
    }
}
