package org.mobiletoken.notification.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** What lies between a client and a server: its connections can fall silent without being closed, as when a firewall forgets them. */
public final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final int exit;
    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

    public Wire(int exit) {
        this.exit = exit;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** How many connections there have been. */
    public int connections() {
        return lines.size();
    }

    /** Nothing passes any more on the connections that exist now. */
    public void fallSilent() {
        lines.forEach(line -> line.silent().set(true));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), exit), new AtomicBoolean());
                lines.add(line);
                Thread.startVirtualThread(() -> line.pass(line.client(), line.server()));
                Thread.startVirtualThread(() -> line.pass(line.server(), line.client()));
            }
        } catch (IOException closed) {
            lines.forEach(Line::close);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(Socket client, Socket server, AtomicBoolean silent) {
        void pass(Socket from, Socket to) {
            byte[] bytes = new byte[8192];
            try {
                for (int read = from.getInputStream().read(bytes);
                        read >= 0;
                        read = from.getInputStream().read(bytes)) {
                    if (!silent.get()) {
                        to.getOutputStream().write(bytes, 0, read);
                    }
                }
            } catch (IOException ended) {
                close();
            }
            if (!silent.get()) {
                close();
            }
        }

        void close() {
            try (client;
                    server) {
                silent.set(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
