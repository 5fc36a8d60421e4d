package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.notification.ErrorReported;
import org.mobiletoken.notification.bank.Pictures;
import org.mobiletoken.notification.bank.Reports;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class ReportSecrecyTest {

    private static final String PRIVATE = "privatewords";
    private static final String NUMBER = "91234567";

    @Inject
    Rows rows;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            log.add(record.getMessage() + " " + Arrays.toString(record.getParameters()) + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
        Logger.getLogger("org.mobiletoken").setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
        Logger.getLogger("org.mobiletoken").setLevel(null);
    }

    @Test
    void what_a_customer_wrote_is_in_no_log_no_event_no_file_and_no_table_in_plain() {
        String customer = UUID.randomUUID().toString();
        String token = TestTokens.customer(customer, "investment");
        Map<String, Object> report = Reports.saying(PRIVATE + " " + NUMBER);
        report.put("diagnostics", Map.of("last-error", PRIVATE));
        String reference = Reports.form(token, report)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .part("attachment", PRIVATE + ".txt", PRIVATE.getBytes(StandardCharsets.UTF_8), "text/plain")
                .part("attachment", "a.png", Pictures.png(), "image/png")
                .post("/v1/error-reports")
                .path("reference");
        report.put("appVersion", PRIVATE + "?");
        Reports.send(token, report).then().statusCode(400);
        Reports.form(token, "{" + PRIVATE).post("/v1/error-reports").then().statusCode(400);
        Reports.read("/" + reference).then().statusCode(200);
        Reports.read("/" + reference + "/attachments/1").then().statusCode(200);

        List<String> events;
        try (KafkaProbe kafka = KafkaProbe.open()) {
            kafka.await(Topics.NOTIFICATION, customer, EventTypes.of(ErrorReported.class));
            events = kafka.records(Topics.NOTIFICATION, customer).stream()
                    .map(KafkaProbe::json)
                    .toList();
        }
        List<String> tables = rows.list(
                "select r::text from error_report r where customer_id = ? union all"
                        + " select a::text from error_report_attachment a where reference = ? union all"
                        + " select d::text from error_report_read d where reference = ? union all"
                        + " select k::text from idempotency_key k where customer_id = ? union all select b::text from outbox b",
                customer,
                reference,
                reference,
                customer);
        assertThat(tables).hasSizeGreaterThanOrEqualTo(5);
        for (List<String> place : List.of(List.copyOf(log), tables, events)) {
            assertThat(place).noneMatch(text -> holds(text, PRIVATE) || holds(text, NUMBER));
        }
        assertThat(uploadedFiles()).isEmpty();
    }

    private static boolean holds(String text, String secret) {
        return text.contains(secret)
                || text.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Where Quarkus would put the files of a form that it reads itself. */
    private static List<Path> uploadedFiles() {
        Path uploads = Path.of(System.getProperty("java.io.tmpdir"), "uploads");
        if (!Files.exists(uploads)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(uploads)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
