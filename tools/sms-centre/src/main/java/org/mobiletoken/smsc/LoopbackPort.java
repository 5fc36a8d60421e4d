package org.mobiletoken.smsc;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jspecify.annotations.Nullable;

/** A server socket on loopback only, which tells the port that it was given. */
final class LoopbackPort implements ServerConnectionFactory {
    private static final int BACKLOG = 50;
    private static final int AGAIN = 50;
    private static final long PAUSE_MS = 100;

    private final ServerSocket socket;

    /**
     * With a context, connections speak TLS. While nobody listens, a client that dials the port may get it for itself for a
     * moment, so a taken port is tried again.
     */
    static LoopbackPort open(int port, @Nullable SSLContext tls) throws IOException {
        for (int again = AGAIN; again > 0; again--) {
            try {
                return new LoopbackPort(port, tls);
            } catch (BindException taken) {
                pause();
            }
        }
        return new LoopbackPort(port, tls);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private LoopbackPort(int port, @Nullable SSLContext tls) throws IOException {
        ServerSocketFactory sockets = tls == null ? ServerSocketFactory.getDefault() : tls.getServerSocketFactory();
        socket = sockets.createServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    }

    int number() {
        return socket.getLocalPort();
    }

    @Override
    public ServerConnection listen(int port) {
        return new ServerSocketConnection(socket);
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
        socket.setSoTimeout(timeout);
        return new ServerSocketConnection(socket);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
        return listen(port, timeout);
    }
}
