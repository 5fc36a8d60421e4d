package org.mobiletoken.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A very small identity provider: it publishes the key of {@link TestTokens} and gives any client that asks a token of its own with the role {@code service}. */
final class TestIdentityProvider {
    private TestIdentityProvider() {}

    /** The issuer's address; starts the provider if nobody has. */
    static String issuer() {
        return OncePerJvm.text("issuer", TestIdentityProvider::start);
    }

    private static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/mobile-token";
            server.createContext(
                    "/realms/mobile-token/.well-known/openid-configuration",
                    exchange -> answer(exchange, discovery(issuer)));
            server.createContext("/realms/mobile-token/keys", exchange -> answer(exchange, SigningKey.keySet()));
            server.createContext("/realms/mobile-token/token", TestIdentityProvider::token);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String discovery(String issuer) {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",\
                "authorization_endpoint":"%1$s/auth","introspection_endpoint":"%1$s/introspection",\
                "response_types_supported":["code"],"subject_types_supported":["public"],\
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer);
    }

    private static void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = TestTokens.service(clientOf(exchange, form));
        answer(exchange, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    private static String clientOf(HttpExchange exchange, String form) {
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            byte[] pair = Base64.getDecoder().decode(basic.substring("Basic ".length()));
            String text = new String(pair, StandardCharsets.UTF_8);
            return text.substring(0, text.indexOf(':'));
        }
        for (String field : form.split("&")) {
            if (field.startsWith("client_id=")) {
                return URLDecoder.decode(field.substring("client_id=".length()), StandardCharsets.UTF_8);
            }
        }
        return "unknown-client";
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
