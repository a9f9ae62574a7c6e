package io.pinhole.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final Page PAGE = asked -> new CompletableFuture<>();

    private final Routes routes = Routes.NONE
            .with("/", PAGE)
            .with("/things", PAGE)
            .with("/things/{id}", PAGE)
            .and(Routes.NONE.with("/things/{id}/of/{name}", PAGE));

    @Test
    void partsThatHaveANameAreToldAsTheyCame() {
        assertThat(routes.find("/things")).hasValue(new Routes.Match(PAGE, Map.of()));
        assertThat(routes.find("/things/a%2Fb")).hasValue(new Routes.Match(PAGE, Map.of("id", "a%2Fb")));
        assertThat(routes.find("/things/..")).hasValue(new Routes.Match(PAGE, Map.of("id", "..")));
        assertThat(routes.find("/things/{id}/of/x"))
                .hasValue(new Routes.Match(PAGE, Map.of("id", "{id}", "name", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//",
                "/things/",
                "//things",
                "/things//of/x",
                "/things/a/of/",
                "/things/a/of",
                "/./things",
                "/a/../things",
                "/THINGS",
                "/thing%73",
                "/things/a/of/b/c",
                "things",
                "/things\u0000",
                "/things;a=b"
            })
    void aPathThatIsWrittenInAnotherWayIsAnotherPath(String path) {
        assertThat(routes.find(path)).isEmpty();
    }
}
