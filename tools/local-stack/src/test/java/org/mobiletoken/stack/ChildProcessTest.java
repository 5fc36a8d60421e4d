package org.mobiletoken.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    @Test
    void a_part_that_dies_while_starting_is_named_with_the_end_of_its_log() {
        ChildProcess child = shell("echo the disk is full; exit 3");

        assertThatThrownBy(() -> child.awaitReady(Duration.ofSeconds(20), () -> false))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Example ended with status 3")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void a_part_that_dies_later_is_told_and_one_that_is_stopped_is_not() {
        var told = new CopyOnWriteArrayList<String>();
        ChildProcess stopped = shell("sleep 600");
        stopped.onCrash(crash -> told.add("stopped"));
        stopped.stop();
        ChildProcess dying = shell("exit 4");
        dying.onCrash(crash -> told.add(crash.getMessage()));

        await().until(() -> told.stream().anyMatch(message -> message.startsWith("Example ended with status 4")));
        await().during(Duration.ofMillis(300)).until(() -> told.size() == 1);
    }

    @Test
    void a_child_on_the_leash_ends_when_its_parent_is_gone() throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                ClassPath.join(ClassPath.withLeash(List.of(Path.of("target", "test-classes")))),
                Leash.class.getName(),
                Forever.class.getName());
        Process child = new ProcessBuilder(command).start();

        child.getOutputStream().close();

        await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive());
    }

    private ChildProcess shell(String script) {
        return ChildProcess.start(
                "Example", List.of("sh", "-c", script), Map.of(), folder, folder.resolve("example.log"));
    }

    /** A program that never ends by itself. */
    static final class Forever {
        public static void main(String[] args) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }
}
