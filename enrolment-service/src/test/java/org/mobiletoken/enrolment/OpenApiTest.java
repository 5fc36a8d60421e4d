package org.mobiletoken.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("../docs/api/enrolment-service.yaml");
    private static final Path GENERATED = Path.of("target/openapi/enrolment-service.yaml");

    @Test
    void the_committed_document_is_what_the_code_says() throws IOException {
        String generated = given().accept("application/yaml").get("/q/openapi").asString();
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, generated);
        assertThat(COMMITTED)
                .as("copy enrolment-service/%s there if the change is meant", GENERATED)
                .exists();
        assertThat(Files.readString(COMMITTED))
                .as("copy enrolment-service/%s to docs/api if the change is meant", GENERATED)
                .isEqualTo(generated);
    }
}
