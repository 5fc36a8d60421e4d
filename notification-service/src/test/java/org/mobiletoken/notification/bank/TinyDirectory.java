package org.mobiletoken.notification.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The customer directory and the token endpoint before it, over HTTP; customers it was not told of do not exist. */
public final class TinyDirectory implements AutoCloseable {

    private static final String TOKEN = "the-directory-token";

    private final Map<String, String> contacts = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean down;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    public TinyDirectory() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        200,
                        "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"));
        server.createContext("/directory/customers/", this::contact);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A customer with an old number and a mailbox. */
    public void knows(String customerId, String number, String language) {
        knows(customerId, number, language, "2020-01-01T00:00:00Z");
    }

    public void knows(String customerId, String number, String language, String changedAt) {
        contacts.put(customerId, """
                {"mobileNumber":"%s","mobileNumberChangedAt":"%s","language":"%s","email":"%s","more":1}""".formatted(number, changedAt, language, addressOf(customerId)));
    }

    public void knowsWithoutMailbox(String customerId, String number, String language) {
        contacts.put(customerId, """
                {"mobileNumber":"%s","language":"%s"}""".formatted(number, language));
    }

    /** The mailbox of a customer. */
    public static String addressOf(String customerId) {
        return customerId + "@customer.example";
    }

    /** From now on nothing is answered, until {@link #comeBack()}. */
    public void keepSilent() {
        silence = new CountDownLatch(1);
    }

    public void goAway() {
        down = true;
    }

    public void comeBack() {
        silence.countDown();
        down = false;
    }

    private void contact(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().split("/")[3];
        String contact = contacts.get(id);
        awaitEndOfSilence();
        if (down) {
            answer(exchange, 503, "{}");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else if (contact == null) {
            answer(exchange, 404, "{}");
        } else {
            answer(exchange, 200, contact);
        }
    }

    private void awaitEndOfSilence() throws IOException {
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
    }
}
