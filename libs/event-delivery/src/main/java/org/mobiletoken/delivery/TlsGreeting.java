package org.mobiletoken.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.utils.Utils;

/**
 * Whether a broker speaks TLS, told by how it takes the first words of that language. Kafka's client cannot tell: each side ends the
 * connection when it does not understand the other, and that looks like a broker that is away.
 */
final class TlsGreeting {
    private static final int ALERT = 0x15;
    private static final int HANDSHAKE = 0x16;

    private enum Taken {
        AS_TLS,
        AS_NONSENSE,
        BY_NOBODY
    }

    private TlsGreeting() {}

    /** What is wrong between the settings and the brokers that answer, in a sentence. */
    static Optional<String> problem(Map<String, Object> broker, Duration answersWithin) {
        boolean wanted =
                Objects.toString(broker.get("security.protocol"), "PLAINTEXT").contains("SSL");
        return Stream.of(Objects.toString(broker.get("bootstrap.servers"), "").split(","))
                .map(String::strip)
                .flatMap(address -> problem(address, wanted, answersWithin).stream())
                .findFirst();
    }

    private static Optional<String> problem(String address, boolean wanted, Duration answersWithin) {
        return switch (greet(address, (int) answersWithin.toMillis())) {
            case AS_TLS ->
                wanted
                        ? Optional.empty()
                        : Optional.of("The broker at " + address
                                + " speaks TLS: check kafka.security.protocol, which has none, and the port.");
            case AS_NONSENSE ->
                wanted
                        ? Optional.of(
                                "The broker at " + address
                                        + " does not speak TLS: check the port, and kafka.security.protocol, which asks for it.")
                        : Optional.empty();
            case BY_NOBODY -> Optional.empty();
        };
    }

    private static Taken greet(String address, int millis) {
        String host = Utils.getHost(address);
        Integer port = Utils.getPort(address);
        if (host == null || port == null) {
            return Taken.BY_NOBODY;
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            return answer(socket);
        } catch (IOException away) {
            return Taken.BY_NOBODY;
        }
    }

    private static Taken answer(Socket socket) throws IOException {
        socket.getOutputStream().write(greeting());
        try {
            int first = socket.getInputStream().read();
            return first == HANDSHAKE || first == ALERT ? Taken.AS_TLS : Taken.AS_NONSENSE;
        } catch (SocketException ended) {
            return Taken.AS_NONSENSE;
        }
    }

    private static byte[] greeting() throws SSLException {
        try {
            SSLEngine engine = SSLContext.getDefault().createSSLEngine();
            engine.setUseClientMode(true);
            ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.wrap(ByteBuffer.allocate(0), hello);
            byte[] bytes = new byte[hello.flip().remaining()];
            hello.get(bytes);
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no TLS", e);
        }
    }
}
