package org.mobiletoken.tokenctl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine;

/** An identity provider and four services behind one port that answer as a test tells them, and tokenctl beside them. */
final class FakePlatform implements AutoCloseable {
    /** What a command left behind. */
    record Result(int status, String out, String err) {}

    /** What arrived at a service. */
    record Request(String method, String path, String body, String authorization) {}

    private record Reply(int status, String body) {}

    private static final String CLIENT = "ng";
    private static final String SECRET = "a+secret";

    final Map<String, String> environment = new HashMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();

    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakePlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext(
                "/realm/.well-known/openid-configuration",
                exchange -> answer(exchange, 200, "{\"token_endpoint\":\"" + address + "/realm/token\"}"));
        server.createContext("/realm/token", FakePlatform::token);
        server.createContext("/v1/operations/", this::operations);
        server.start();
        environment.put("TOKENCTL_ISSUER", address + "/realm");
        environment.put("TOKENCTL_CLIENT_ID", CLIENT);
        environment.put("TOKENCTL_CLIENT_SECRET", SECRET);
        environment.put("TOKENCTL_KAFKA", "127.0.0.1:9");
        Settings.SERVICES.forEach(each -> environment.put("TOKENCTL_" + each.toUpperCase(), address));
    }

    /** The answers of an endpoint one after the other; the last one stays. */
    FakePlatform answers(String request, int status, String json) {
        replies.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(new Reply(status, json.replace('\'', '"')));
        return this;
    }

    FakePlatform refuses(String request, int status, String detail) {
        return answers(request, status, "{'title':'Refused','detail':'" + detail + "'}");
    }

    Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine commandLine = Tokenctl.commandLine(environment);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Result(commandLine.execute(arguments), out.toString(), err.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void token(HttpExchange exchange) throws IOException {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":a%2Bsecret").getBytes(StandardCharsets.UTF_8));
        boolean known = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, known ? 200 : 401, "{\"access_token\":\"the-token\",\"expires_in\":60}");
    }

    private void operations(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/v1/operations/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String method = exchange.getRequestMethod();
        requests.add(
                new Request(method, path, body, exchange.getRequestHeaders().getFirst("Authorization")));
        Deque<Reply> waiting = replies.get(method + " " + path);
        if (waiting == null) {
            answer(exchange, 404, "{\"title\":\"There is nothing here\"}");
            return;
        }
        Reply reply = waiting.size() > 1 ? waiting.removeFirst() : waiting.getFirst();
        answer(exchange, reply.status(), reply.body());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    List<String> bodies(String method) {
        List<String> bodies = new ArrayList<>();
        requests.stream().filter(each -> each.method().equals(method)).forEach(each -> bodies.add(each.body()));
        return bodies;
    }
}
