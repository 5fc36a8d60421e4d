package org.mobiletoken.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    @Test
    void a_second_demo_in_the_same_clone_is_refused_until_the_first_has_ended() throws Exception {
        Path lock = folder.resolve("demo.lock");

        try (FileChannel _ = Demo.claim(lock)) {
            System.gc();
            assertThat(claimInAnotherJvm(lock)).isEqualTo(1);
        }

        assertThat(claimInAnotherJvm(lock)).isZero();
    }

    private int claimInAnotherJvm(Path lock) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ClassPath.join(ClassPath.withLeash(List.of(Path.of("target", "test-classes")))),
                        Claimant.class.getName(),
                        lock.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("claimant.log").toFile())
                .start()
                .waitFor();
    }

    /** A program that claims the demo and ends; its status is 1 when it is refused. */
    static final class Claimant {
        public static void main(String[] args) throws IOException {
            try (FileChannel _ = Demo.claim(Path.of(args[0]))) {
                System.exit(0);
            } catch (StackException refused) {
                System.exit(1);
            }
        }
    }
}
