package org.mobiletoken.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mails by SMTP on loopback from start to stop, as often as it is told to and always on the same port. */
public final class MailServer implements AutoCloseable {
    private final Mailboxes mailboxes;
    private volatile MailBehaviour behaviour = MailBehaviour.NORMAL;
    private @Nullable SMTPServer server;
    private int port;

    /** Port 0 takes a free one. */
    public MailServer(int port, Mailboxes mailboxes) {
        this.port = port;
        this.mailboxes = mailboxes;
    }

    public synchronized void start() {
        Connections connections = connections();
        SMTPServer starting = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .serverSocketFactory(() -> connections)
                .messageHandlerFactory(context ->
                        new Delivery(mailboxes, behaviour, () -> connections.close(context.getRemoteAddress())))
                .build();
        starting.start();
        port = starting.getPortAllocated();
        server = starting;
    }

    private static Connections connections() {
        try {
            return new Connections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    public synchronized int port() {
        return port;
    }

    public synchronized boolean listening() {
        return server != null;
    }

    public MailBehaviour behaviour() {
        return behaviour;
    }

    public void behave(MailBehaviour wanted) {
        behaviour = wanted;
    }
}
