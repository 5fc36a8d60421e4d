package org.mobiletoken.notification.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.WithBank;

@QuarkusTest
@WithBank
class OpenApiTest {

    private static final Path COMMITTED = Path.of("../docs/api/notification-service.yaml");
    private static final Path GENERATED = Path.of("target/openapi/notification-service.yaml");

    @Test
    void the_committed_description_is_that_of_the_code() throws IOException {
        String generated = given().get("/q/openapi?format=yaml").asString();
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, generated);
        assertThat(COMMITTED)
                .as("copy %s to %s if the change is meant", GENERATED, COMMITTED)
                .hasContent(generated);
    }
}
