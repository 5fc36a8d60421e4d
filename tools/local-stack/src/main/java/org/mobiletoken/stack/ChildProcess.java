package org.mobiletoken.stack;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A child process with its output in a log file, ended together with this JVM, and its own end told with the log's last lines. */
final class ChildProcess {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final int LINES_SHOWN = 25;
    /** Ctrl-C reaches every process of a terminal at once; here only the parent heeds it, and ends its children in order. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\"");

    private final String name;
    private final Path log;
    private final Process process;
    private final Runnable end = this::endWithParent;
    private volatile boolean ending;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        AtExit.endServer(end);
    }

    /** Starts {@code mainClass} on a leash, in a JVM of the same JDK. */
    static ChildProcess java(
            String name,
            List<String> jvmOptions,
            List<Path> classPath,
            List<String> mainAndArguments,
            Map<String, String> environment,
            Path folder,
            Path log) {
        var command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(ClassPath.join(ClassPath.withLeash(classPath)));
        command.add(Leash.class.getName());
        command.addAll(mainAndArguments);
        return start(name, command, environment, folder, log);
    }

    static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("KC_"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ChildProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new StackException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** At the end of this JVM, ends before the servers do. */
    ChildProcess endingFirst() {
        AtExit.endApplication(end);
        return this;
    }

    /** Waits until {@code ready} holds; throws, with the last lines of the log, when the process ends or the time is over. */
    void awaitReady(Duration atMost, BooleanSupplier ready) {
        try {
            Poll.until(
                    atMost,
                    () -> ready.getAsBoolean() || !process.isAlive(),
                    () -> name + " was not ready after " + atMost.toSeconds() + " s. The end of " + log + ":\n"
                            + tail());
        } catch (StackException e) {
            kill();
            throw e;
        }
        if (!process.isAlive()) {
            throw died();
        }
    }

    /** Waits for a process that does one thing and ends; throws, with the last lines of its log, when it fails. */
    void awaitEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new StackException(name + " did not end within " + atMost.toSeconds() + " s. Its log is " + log);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + name + ".", e);
        }
        forget();
        if (process.exitValue() != 0) {
            throw died();
        }
    }

    long pid() {
        return process.pid();
    }

    /** Tells {@code listener} when the process ends although nobody here has asked it to. */
    void onCrash(Consumer<StackException> listener) {
        process.onExit().thenRun(() -> {
            if (!ending) {
                listener.accept(died());
            }
        });
    }

    private StackException died() {
        return new StackException(
                name + " ended with status " + process.exitValue() + ". The end of " + log + ":\n" + tail());
    }

    /** Asks the process to end and waits; what does not obey is killed. */
    void stop() {
        stop(GRACE);
    }

    /** The same with more patience, or less; says whether the process obeyed in that time. */
    boolean stop(Duration grace) {
        boolean obeyed = endWithin(grace);
        forget();
        return obeyed;
    }

    /** Ends the process at once, as a power cut would. */
    void kill() {
        ending = true;
        process.destroyForcibly().onExit().join();
        forget();
    }

    private void endWithParent() {
        endWithin(GRACE);
    }

    private boolean endWithin(Duration grace) {
        ending = true;
        process.destroy();
        try {
            if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            process.destroyForcibly().onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        return false;
    }

    private void forget() {
        AtExit.forget(end);
    }

    private String tail() {
        try {
            List<String> lines =
                    Files.readString(log, Charset.defaultCharset()).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }
}
