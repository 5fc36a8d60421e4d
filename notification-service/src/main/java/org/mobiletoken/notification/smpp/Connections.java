package org.mobiletoken.notification.smpp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/** Connects within a time; with a TLS context it speaks TLS and accepts only a certificate of the very host it asked for. */
final class Connections implements ConnectionFactory {

    private final Duration within;
    private final @Nullable SSLContext tls;

    Connections(Duration within, @Nullable SSLContext tls) {
        this.within = within;
        this.tls = tls;
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) within.toMillis());
            refuseItself(socket);
            socket.setSoTimeout((int) within.toMillis());
            return new SocketConnection(tls == null ? socket : secured(socket, host, port, tls));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** While nobody listens on a port of this machine, TCP may join both ends of one socket, which would keep the port taken. */
    private static void refuseItself(Socket socket) throws IOException {
        if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
            throw new ConnectException("connected to itself");
        }
    }

    private static Socket secured(Socket socket, String host, int port, SSLContext tls) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
