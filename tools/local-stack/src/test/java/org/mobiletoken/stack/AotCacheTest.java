package org.mobiletoken.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Instant PACKAGED = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path application;

    @BeforeEach
    void packageIt() throws IOException {
        write(AotCache.launcher(application), PACKAGED);
    }

    @Test
    void an_application_that_was_never_trained_has_none() {
        assertThat(AotCache.isCurrent(application)).isFalse();
    }

    @Test
    void what_was_learnt_after_packaging_is_current() throws IOException {
        write(AotCache.of(application), PACKAGED.plusSeconds(1));
        assertThat(AotCache.isCurrent(application)).isTrue();
    }

    @Test
    void what_was_learnt_before_packaging_is_not() throws IOException {
        write(AotCache.of(application), PACKAGED.minusSeconds(1));
        assertThat(AotCache.isCurrent(application)).isFalse();
    }

    private static void write(Path file, Instant at) throws IOException {
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
