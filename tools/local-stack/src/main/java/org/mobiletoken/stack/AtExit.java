package org.mobiletoken.stack;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Ends what still runs when this JVM ends: applications first, then the servers that they say good-bye to. */
final class AtExit {
    private static final Set<Runnable> APPLICATIONS = ConcurrentHashMap.newKeySet();
    private static final Set<Runnable> SERVERS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::endAll, "end-children"));
    }

    private AtExit() {}

    static void endApplication(Runnable end) {
        SERVERS.remove(end);
        APPLICATIONS.add(end);
    }

    static void endServer(Runnable end) {
        SERVERS.add(end);
    }

    /** Nothing is left to end. */
    static void forget(Runnable end) {
        APPLICATIONS.remove(end);
        SERVERS.remove(end);
    }

    private static void endAll() {
        endTogether(APPLICATIONS);
        endTogether(SERVERS);
    }

    private static void endTogether(Set<Runnable> ends) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            ends.forEach(executor::execute);
        }
    }
}
