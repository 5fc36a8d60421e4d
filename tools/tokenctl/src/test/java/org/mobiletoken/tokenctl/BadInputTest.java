package org.mobiletoken.tokenctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiletoken.tokenctl.FakePlatform.Result;

class BadInputTest {
    private FakePlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void nothing_is_done_without_a_reason_and_a_ticket() {
        Result result = platform.run("parked", "retry", "-s", "sync", "c", "k", "--reason", "why");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("Missing required option: '--ticket", "See tokenctl parked retry --help.");
        assertThat(platform.requests).isEmpty();
    }

    @Test
    void a_time_without_its_offset_is_no_time() {
        assertThat(usage("replay", "plan", "-s", "sync", "--since", "2026-11-24T14:00"))
                .contains("'2026-11-24T14:00' is no time. Write it with its offset, as in 2026-11-24T14:00:00+08:00");
    }

    @Test
    void an_unknown_service_is_named_with_those_there_are() {
        assertThat(usage("history", "-s", "payments"))
                .isEqualTo("There is no service payments. The services are enrolment, sync, lockout, notification.\n");
    }

    @Test
    void a_letter_is_named_by_its_place() {
        assertThat(usage("dead-letters", "show", "-s", "sync", "12")).startsWith("'12' is no place of a letter.");
        assertThat(usage("dead-letters", "discard", "-s", "sync", "0@1", "x", "--reason", "r", "--ticket", "T-1"))
                .startsWith("'x' is no place of a letter.");
        assertThat(platform.bodies("POST")).isEmpty();
    }

    @Test
    void letters_are_named_one_by_one_or_by_their_cause_and_not_both() {
        assertThat(usage("dead-letters", "discard", "-s", "sync", "--reason", "r", "--ticket", "T-1"))
                .isNotEmpty();
    }

    @Test
    void an_unknown_command_and_an_unknown_option_are_usage() {
        assertThat(usage("explode")).contains("explode");
        assertThat(usage("status", "--force")).contains("--force");
        assertThat(usage("replay", "show", "-s", "sync", "not-an-id")).contains("not-an-id");
    }

    @Test
    void a_setting_that_is_missing_is_named() {
        platform.environment.remove("TOKENCTL_CLIENT_SECRET");

        assertThat(usage("parked", "list")).startsWith("TOKENCTL_CLIENT_SECRET is not set.");
    }

    @Test
    void the_secret_comes_from_a_file_and_addresses_from_another(@TempDir Path folder) throws IOException {
        platform.answers("GET parked-keys", 200, "[]");
        Path secret = Files.writeString(folder.resolve("secret"), "a+secret\n");
        platform.environment.put("TOKENCTL_CLIENT_SECRET_FILE", secret.toString());
        platform.environment.remove("TOKENCTL_CLIENT_SECRET");
        Path endpoints = Files.writeString(
                folder.resolve("endpoints.json"),
                "{\"sync\":\"" + platform.environment.remove("TOKENCTL_SYNC") + "\"}");

        Result result = platform.run("parked", "list", "-s", "sync", "--endpoints", endpoints.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        platform.environment.put(
                "TOKENCTL_CLIENT_SECRET_FILE", folder.resolve("none").toString());
        assertThat(usage("parked", "list", "-s", "lockout")).contains("cannot be read");
        assertThat(usage("parked", "list", "--endpoints", "no-such-file")).contains("cannot be read. Check its name.");
    }

    @Test
    void a_wrong_secret_is_the_clients_matter() {
        platform.environment.put("TOKENCTL_CLIENT_SECRET", "another");

        Result result = platform.run("parked", "list");

        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).startsWith("The identity provider refuses the client ng.");
        assertThat(result.err()).doesNotContain("another");
    }

    @Test
    void whoever_is_silent_is_named() {
        platform.answers("GET parked-keys", 200, "[]");
        platform.environment.put("TOKENCTL_LOCKOUT", "http://127.0.0.1:9");

        Result service = platform.run("parked", "list");
        platform.environment.put("TOKENCTL_ISSUER", "http://127.0.0.1:9/realm");
        Result issuer = platform.run("parked", "list");

        assertThat(service.status()).isEqualTo(6);
        assertThat(service.err()).startsWith("http://127.0.0.1:9 does not answer.");
        assertThat(issuer.status()).isEqualTo(6);
    }

    @Test
    void a_silent_broker_is_named() {
        platform.answers("GET status", 200, """
                {'outboxEvents':0,'consumers':[{'name':'c','topic':'t','group':'g'}]}""");

        Result result = platform.run("status", "-s", "sync");

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.err()).startsWith("The broker at 127.0.0.1:9 does not answer.");
        platform.environment.putAll(Map.of("TOKENCTL_KAFKA", "nowhere"));
        assertThat(usage("status", "-s", "sync")).startsWith("nowhere is no address of a broker.");
    }

    @Test
    void a_file_of_settings_for_the_broker_that_is_of_no_use_is_named(@TempDir Path folder) throws IOException {
        platform.answers("GET status", 200, """
                {'outboxEvents':0,'consumers':[{'name':'c','topic':'t','group':'g'}]}""");
        Path file = folder.resolve("client.properties");

        platform.environment.put("TOKENCTL_KAFKA_PROPERTIES", file.toString());
        assertThat(usage("status", "-s", "sync"))
                .startsWith("The file " + file + " that TOKENCTL_KAFKA_PROPERTIES names cannot be read.");

        Files.writeString(
                file, "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=nonsense\n");
        assertThat(usage("status", "-s", "sync")).startsWith("Kafka's client cannot use these settings.");
    }

    private String usage(String... arguments) {
        Result result = platform.run(arguments);
        assertThat(result.status()).isEqualTo(2);
        return result.err();
    }
}
