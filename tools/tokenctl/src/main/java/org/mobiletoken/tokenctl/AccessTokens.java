package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Gets access tokens by the client's credentials from whatever token endpoint the issuer publishes. */
final class AccessTokens {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);
    private static final long NANOS = 1_000_000_000L;
    private static final long EARLIER_SECONDS = 10;

    private final Http http;
    private final Settings settings;
    private @Nullable String token;
    private long goodUntilNanos;

    AccessTokens(Http http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** A token that is good for some seconds at least. */
    String current() {
        String known = token;
        if (known != null && System.nanoTime() < goodUntilNanos) {
            return known;
        }
        JsonNode answer = ask();
        String fresh = answer.path("access_token").asText();
        token = fresh;
        goodUntilNanos = System.nanoTime() + (answer.path("expires_in").asLong(0) - EARLIER_SECONDS) * NANOS;
        return fresh;
    }

    private JsonNode ask() {
        URI discovery = URI.create(settings.issuer() + "/.well-known/openid-configuration");
        Http.Answer published = http.exchange(
                HttpRequest.newBuilder(discovery).timeout(ANSWERS_WITHIN).build());
        String endpoint = published.body().path("token_endpoint").asText();
        if (published.status() != 200 || endpoint.isEmpty()) {
            throw new Failure(ExitStatus.UNREACHABLE, settings.issuer() + " is no OIDC issuer. Check TOKENCTL_ISSUER.");
        }
        Http.Answer answer = http.exchange(HttpRequest.newBuilder(URI.create(endpoint))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (answer.status() != 200) {
            throw new Failure(
                    ExitStatus.NOT_ALLOWED,
                    "The identity provider refuses the client " + settings.clientId()
                            + ". Check TOKENCTL_CLIENT_ID and its secret.");
        }
        return answer.body();
    }

    private String credentials() {
        String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
