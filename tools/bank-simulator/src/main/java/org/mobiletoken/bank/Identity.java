package org.mobiletoken.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody known to the bank's identity provider: one session, whose access token is renewed shortly before it ends. */
public final class Identity implements Supplier<@Nullable String> {
    private static final int MARGIN_SECONDS = 20;

    private final URI realm;
    private final Map<String, String> client;
    private final Map<String, String> firstGrant;
    private Grant grant;

    private Identity(Endpoints endpoints, String clientId, String clientSecret, Map<String, String> firstGrant) {
        this.realm = endpoints.realm();
        this.client = Map.of("client_id", clientId, "client_secret", clientSecret);
        this.firstGrant = firstGrant;
        this.grant = ask(firstGrant);
    }

    /** A person who logs in through this client with account and password. */
    public static Identity ofPerson(Endpoints endpoints, String clientId, String user, String password) {
        return new Identity(
                endpoints,
                clientId,
                developmentSecret(clientId),
                Map.of("grant_type", "password", "username", user, "password", password, "scope", "openid"));
    }

    /** A program on its own behalf. */
    public static Identity ofClient(Endpoints endpoints, String clientId) {
        return ofClient(endpoints, clientId, developmentSecret(clientId));
    }

    /** A program on its own behalf, in a realm that has another secret for it than that of development. */
    public static Identity ofClient(Endpoints endpoints, String clientId, String clientSecret) {
        return new Identity(endpoints, clientId, clientSecret, Map.of("grant_type", "client_credentials"));
    }

    private static String developmentSecret(String clientId) {
        return clientId + "-secret";
    }

    /** The access token, valid for a while yet. */
    @Override
    public synchronized String get() {
        if (!Clock.systemUTC().instant().isBefore(grant.renewAt())) {
            String refreshToken = grant.refreshToken();
            grant = ask(
                    refreshToken == null
                            ? firstGrant
                            : Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
        }
        return grant.accessToken();
    }

    /** The subject of the access token: for a customer, the customer's id. */
    public String subject() {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(get().split("\\.")[1]);
            return Api.JSON.readTree(claims).required("sub").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("The access token is no JWT", e);
        }
    }

    private Grant ask(Map<String, String> what) {
        Map<String, String> form = new LinkedHashMap<>(client);
        form.putAll(what);
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        JsonNode tokens = Api.send("POST token", request).expect(200).body();
        Instant renewAt = Clock.systemUTC()
                .instant()
                .plusSeconds(tokens.path("expires_in").asLong() - MARGIN_SECONDS);
        return new Grant(
                tokens.required("access_token").asText(),
                tokens.path("refresh_token").textValue(),
                renewAt);
    }

    private record Grant(String accessToken, @Nullable String refreshToken, Instant renewAt) {}
}
