package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.stack.FreePort;

class ServiceAddressTest {
    private final URI address = URI.create("http://127.0.0.1:" + FreePort.next());
    private final ServiceAddress service = new ServiceAddress(address);
    private HttpServer one;
    private HttpServer other;

    @BeforeEach
    void start_two_replicas() throws IOException {
        one = replica("one");
        other = replica("other");
        service.add(addressOf(one));
        service.add(addressOf(other));
    }

    @AfterEach
    void stop_all() {
        service.close();
        one.stop(0);
        other.stop(0);
    }

    @Test
    void new_connections_go_to_one_after_the_other() throws IOException {
        assertThat(Set.of(askAnew(), askAnew())).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void none_goes_to_a_replica_that_is_taken_out() throws IOException {
        service.remove(addressOf(one));
        assertThat(answersTo(4)).containsExactly("other");
    }

    @Test
    void one_that_refuses_the_connection_is_passed_over() throws IOException {
        one.stop(0);
        assertThat(answersTo(4)).containsExactly("other");
    }

    @Test
    void a_connection_stays_with_its_replica_when_that_is_taken_out() throws IOException {
        service.remove(addressOf(other));
        try (var kept = new Socket(address.getHost(), address.getPort())) {
            assertThat(ask(kept)).isEqualTo("one");
            service.add(addressOf(other));
            service.remove(addressOf(one));
            assertThat(ask(kept)).isEqualTo("one");
        }
    }

    @Test
    void without_a_replica_the_connection_ends_unanswered() {
        service.remove(addressOf(one));
        service.remove(addressOf(other));
        assertThatThrownBy(this::askAnew).isInstanceOf(IOException.class);
    }

    private Set<String> answersTo(int questions) throws IOException {
        Set<String> answers = new TreeSet<>();
        for (int i = 0; i < questions; i++) {
            answers.add(askAnew());
        }
        return answers;
    }

    private String askAnew() throws IOException {
        try (var connection = new Socket(address.getHost(), address.getPort())) {
            return ask(connection);
        }
    }

    /** The body of the answer, which names the replica. */
    private static String ask(Socket connection) throws IOException {
        connection.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var in = connection.getInputStream();
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection has ended");
            }
            head.append((char) next);
        }
        int length = Integer.parseInt(head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    }

    private static HttpServer replica(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = name.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI addressOf(HttpServer replica) {
        return URI.create("http://127.0.0.1:" + replica.getAddress().getPort());
    }
}
