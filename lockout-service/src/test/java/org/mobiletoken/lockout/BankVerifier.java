package org.mobiletoken.lockout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The bank's own e-token verifier, as a test wants it to answer; its state is in system properties, since a test and its profile see different copies of this class. */
final class BankVerifier {

    private static final String PREFIX = "test.bank-verifier.";

    private BankVerifier() {}

    static synchronized String url() {
        var url = System.getProperty(PREFIX + "url");
        return url == null ? start() : url;
    }

    /** @param status the status, or 0 for no answer at all */
    static void answers(int status, String body) {
        System.setProperty(PREFIX + "status", Integer.toString(status));
        System.setProperty(PREFIX + "body", body);
    }

    static String lastRequest() {
        return System.getProperty(PREFIX + "request");
    }

    static String lastAuthorization() {
        return System.getProperty(PREFIX + "authorization");
    }

    private static String start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", BankVerifier::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            System.setProperty(PREFIX + "url", url);
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        System.setProperty(
                PREFIX + "request", exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + request);
        System.setProperty(
                PREFIX + "authorization",
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        int status = Integer.getInteger(PREFIX + "status", 500);
        if (status == 0) {
            return;
        }
        var body = System.getProperty(PREFIX + "body", "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
