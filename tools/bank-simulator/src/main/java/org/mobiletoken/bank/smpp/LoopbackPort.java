package org.mobiletoken.bank.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/** A server socket on loopback only, which tells the port that it was given. */
final class LoopbackPort implements ServerConnectionFactory {
    private static final int BACKLOG = 50;

    private final ServerSocket socket;

    LoopbackPort(int port) throws IOException {
        socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
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
