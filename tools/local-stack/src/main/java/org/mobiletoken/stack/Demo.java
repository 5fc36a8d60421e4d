package org.mobiletoken.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Runs the whole platform until it is interrupted; with {@code FRESH=1} in the environment, on empty data. */
public final class Demo {
    private Demo() {}

    public static void main(String[] args) throws InterruptedException {
        Path root = RepositoryRoot.find();
        try (FileChannel _ = claim(root.resolve("target").resolve("demo.lock"))) {
            run(root);
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo cannot be claimed in " + root, e);
        }
    }

    private static void run(Path root) throws InterruptedException {
        Path folder = root.resolve("target").resolve("demo");
        if ("1".equals(System.getenv("FRESH"))) {
            LocalStack.delete(folder);
        }
        long began = System.nanoTime();
        StackSettings settings = StackSettings.in(folder)
                .withEndpoints(root.resolve("target").resolve("local-stack").resolve("endpoints.json"))
                .withProgress(new Lines());
        System.out.println("Starting. The first time in a clone, Keycloak is unpacked and built, which takes longer.");
        LocalStack stack = LocalStack.start(settings);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(stack), "forget-endpoints"));
        System.out.println(DemoTable.of(stack, took));
        new CountDownLatch(1).await();
    }

    /**
     * Two demonstrations in one clone would share their data. The claim holds while the channel is open; the system frees
     * it however this JVM ends.
     */
    static FileChannel claim(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new StackException("A demo is already running in this clone; stop it with Ctrl-C first.");
        }
        return channel;
    }

    private static void forget(LocalStack stack) {
        System.out.println("\nStopping.");
        stack.close();
    }

    private static final class Lines implements Progress {
        @Override
        public void ready(String part, Duration took) {
            System.out.println(String.format(Locale.ROOT, "  %-22s ready %6.1f s", part, took.toMillis() / 1000.0));
        }

        @Override
        public void crashed(String message) {
            System.err.println("\n" + Objects.toString(message) + "\nThe rest still runs; Ctrl-C stops it.");
        }
    }
}
