package org.mobiletoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
class LargerBodyTest extends HttpApiTest {
    private static final int KIB = 1024;
    private static final String TOO_LARGE = "urn:mobile-token:problem:too-large";

    @TestHTTPResource("/things")
    URI things;

    @BeforeEach
    @AfterEach
    void nothingIsHeld() {
        Things.hold.countDown();
        Things.hold = new CountDownLatch(0);
    }

    @ParameterizedTest
    @EnumSource
    void a_path_may_take_larger_bodies_than_the_others(Version version) throws Exception {
        assertThat(post(version, "/large", announced(128 * KIB)).body()).isEqualTo(Integer.toString(128 * KIB));
        assertThat(post(version, "/large", announced(128 * KIB + 1)).body()).contains(TOO_LARGE);
        assertThat(post(version, "/silent", announced(64 * KIB + 1)).body()).contains(TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void a_larger_body_must_announce_its_length(Version version) throws Exception {
        assertThat(post(version, "/large", streamed(64 * KIB)).body()).isEqualTo(Integer.toString(64 * KIB));
        assertThat(post(version, "/large", streamed(64 * KIB + 1)).body()).contains(TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void a_form_of_unannounced_length_is_counted_while_it_is_read(Version version) throws Exception {
        String form = "multipart/form-data; boundary=b";
        assertThat(post(version, "/in-parts", form, streamed(64 * KIB)).statusCode())
                .isEqualTo(204);
        assertThat(post(version, "/in-parts", form, streamed(64 * KIB + 1)).body())
                .contains(TOO_LARGE);
        assertThat(post(version, "/in-parts", form, announced(64 * KIB + 1)).body())
                .contains(TOO_LARGE);
    }

    @Test
    void only_so_many_larger_bodies_are_taken_at_once() throws Exception {
        Things.hold = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> posted(announced(100 * KIB)));
        Awaitility.await().until(() -> Things.made.get() == 1);

        HttpResponse<String> second = posted(announced(100 * KIB));
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        assertThat(second.body()).contains("urn:mobile-token:problem:unavailable");

        Things.hold.countDown();
        assertThat(first.join().statusCode()).isEqualTo(200);
        Awaitility.await().until(() -> posted(announced(100 * KIB)).statusCode() == 200);
    }

    private static BodyPublisher announced(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher streamed(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private HttpResponse<String> posted(BodyPublisher body) {
        try {
            return post(Version.HTTP_1_1, "/large", body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(Version version, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        return post(version, path, "application/octet-stream", body);
    }

    private HttpResponse<String> post(Version version, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(things + path))
                            .header("Authorization", "Bearer " + TestTokens.customer(CHAN, "investment"))
                            .header("Content-Type", type)
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
