package org.mobiletoken.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The build of the application writes the document to {@code target/openapi}; after a wanted change it is copied from there. */
@QuarkusTest
class OpenApiTest extends SyncServiceTest {
    private static final Path COMMITTED = Path.of("../docs/api/sync-service.yaml");
    private static final Path GENERATED = Path.of("target/openapi/openapi.yaml");

    @Test
    void the_committed_document_is_what_the_code_says() throws IOException {
        assertThat(Files.readString(COMMITTED)).isEqualToNormalizingNewlines(Files.readString(GENERATED));
    }
}
