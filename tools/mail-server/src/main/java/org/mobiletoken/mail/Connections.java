package org.mobiletoken.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The open connections by the address of their client, so that each can be closed without a word. */
final class Connections extends ServerSocket {
    private final Map<SocketAddress, Socket> open = new ConcurrentHashMap<>();

    Connections() throws IOException {
        super();
    }

    @Override
    public Socket accept() throws IOException {
        Socket socket = super.accept();
        open.values().removeIf(Socket::isClosed);
        open.put(socket.getRemoteSocketAddress(), socket);
        return socket;
    }

    void close(SocketAddress client) throws IOException {
        Socket socket = open.remove(client);
        if (socket != null) {
            socket.close();
        }
    }
}
