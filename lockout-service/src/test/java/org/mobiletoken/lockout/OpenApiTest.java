package org.mobiletoken.lockout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class OpenApiTest {

    private static final Path COMMITTED = Path.of("../docs/api/lockout-service.yaml");
    private static final Path GENERATED = Path.of("target/openapi/lockout-service.yaml");

    @Test
    void the_committed_document_is_what_the_code_says() throws IOException {
        var generated = given().accept("application/yaml").get("/q/openapi").asString();
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, generated);
        assertThat(Files.readString(COMMITTED))
                .as("copy lockout-service/%s to docs/api if the change is meant", GENERATED)
                .isEqualTo(generated);
    }
}
