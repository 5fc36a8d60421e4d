package org.mobiletoken.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one address of a service, as a cluster has it: each new connection goes to a replica that takes requests, in turn; one that refuses
 * the connection is passed over. Connections that are there stay with their replica until one of the two ends them.
 */
final class ServiceAddress implements AutoCloseable {
    private final ServerSocket door;
    private final List<URI> replicas = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    /** @param address where the service is called; nobody else listens there */
    ServiceAddress(URI address) {
        try {
            door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can listen at " + address, e);
        }
        Thread.ofVirtual().name("address-" + address.getPort()).start(this::accept);
    }

    void add(URI replica) {
        replicas.add(replica);
    }

    /** New connections go elsewhere from now on. */
    void remove(URI replica) {
        replicas.remove(replica);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                open.add(caller);
                Thread.startVirtualThread(() -> connect(caller));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException("No more connections are taken", e);
                }
            }
        }
    }

    private void connect(Socket caller) {
        List<URI> all = List.copyOf(replicas);
        int first = turn.getAndIncrement();
        for (int i = 0; i < all.size(); i++) {
            URI replica = all.get(Math.floorMod(first + i, all.size()));
            try {
                var callee = new Socket(replica.getHost(), replica.getPort());
                open.add(callee);
                callee.setTcpNoDelay(true);
                caller.setTcpNoDelay(true);
                Thread.startVirtualThread(() -> pass(caller, callee));
                Thread.startVirtualThread(() -> pass(callee, caller));
                return;
            } catch (IOException refused) {
                continue; // the next one
            }
        }
        end(caller);
    }

    /** Until one of the two ends the connection; the other is told the same way. */
    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // told to the other by the end of its connection
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (SocketException gone) {
            // it has ended
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(this::end);
    }
}
