package org.mobiletoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.StructuredFormatter.ExceptionOutputType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllowedInLogsTest {
    private static final String JSON = "quarkus.log.console.json.";
    private static final String HKID = "A123456(3)";
    private static final String NUMBER = "+85291234567";

    private final AllowedInLogs filter = new AllowedInLogs();

    @BeforeEach
    void the_service_serves() {
        AllowedInLogs.serving(true);
    }

    @AfterEach
    void it_stops() {
        AllowedInLogs.serving(false);
    }

    @Test
    void a_line_has_the_fields_that_are_allowed_and_no_other() throws Exception {
        ExtLogRecord record = record("A thing happened");
        record.setMdc(Map.of("correlationId", "c-1", "traceId", "t-1", "spanId", "s-1"));
        record.setThrown(new IllegalStateException());

        JsonNode line = written(record);

        assertThat(line.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "timestamp", "loggerName", "level", "message", "threadName", "mdc", "hostName", "stackTrace");
        assertThat(line.path("mdc").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("correlationId", "traceId", "spanId");
    }

    @Test
    void what_somebody_put_into_the_context_does_not_leave() throws Exception {
        ExtLogRecord record = record("A thing happened");
        record.setMdc(Map.of("correlationId", "c-1", "hkid", HKID, "msisdn", NUMBER));
        record.setNdc(HKID);

        assertThat(written(record).toString()).contains("c-1").doesNotContain("hkid", HKID, "msisdn", NUMBER);
    }

    @Test
    void an_exception_and_its_causes_are_told_by_class_and_place_and_not_by_what_they_say() throws Exception {
        var cause = new SQLException("Key (number)=(" + NUMBER + ") already exists.", "23505");
        ExtLogRecord record = record("The request failed");
        record.setThrown(new IllegalArgumentException("No such card: " + HKID, cause));

        assertThat(written(record).path("stackTrace").asText())
                .contains(
                        IllegalArgumentException.class.getName() + "\n",
                        "Caused by: java.sql.SQLException, SQL state 23505",
                        "AllowedInLogsTest.java")
                .doesNotContain(HKID, NUMBER);
    }

    @Test
    void exceptions_that_are_each_others_cause_are_told_once() throws Exception {
        var first = new IllegalStateException(HKID);
        var second = new IllegalArgumentException(NUMBER, first);
        first.initCause(second);
        ExtLogRecord record = record("The request failed");
        record.setThrown(first);

        assertThat(written(record).path("stackTrace").asText())
                .contains("IllegalStateException", "IllegalArgumentException")
                .doesNotContain(HKID, NUMBER);
    }

    @Test
    void a_service_that_does_not_start_says_why() throws Exception {
        AllowedInLogs.serving(false);
        ExtLogRecord record = record("Failed to start application");
        record.setThrown(new IllegalStateException("The setting x holds a development secret"));

        assertThat(written(record).path("stackTrace").asText()).contains("The setting x holds a development secret");
    }

    @Test
    void an_outage_is_described_by_what_failed_and_what_was_behind_it() {
        var failure = new IllegalStateException(NUMBER, new SQLException(HKID, "08006"));

        assertThat(SilentFailure.describe(failure))
                .isEqualTo("java.lang.IllegalStateException because of java.sql.SQLException, SQL state 08006");
        assertThat(SilentFailure.describe(new IllegalStateException(NUMBER)))
                .isEqualTo("java.lang.IllegalStateException");
    }

    private static ExtLogRecord record(String message) {
        ExtLogRecord record = new ExtLogRecord(Level.WARN, message, AllowedInLogsTest.class.getName());
        record.setLoggerName("org.mobiletoken");
        return record;
    }

    /** As the console of production writes it. */
    private JsonNode written(ExtLogRecord record) throws JsonProcessingException, IOException {
        Properties settings = new Properties();
        try (var file =
                AllowedInLogs.class.getClassLoader().getResourceAsStream("META-INF/microprofile-config.properties")) {
            settings.load(file);
        }
        JsonFormatter formatter = new JsonFormatter();
        formatter.setExcludedKeys(
                Set.of(settings.getProperty(JSON + "excluded-keys").split(",")));
        formatter.setExceptionOutputType(ExceptionOutputType.valueOf(
                settings.getProperty(JSON + "exception-output-type").toUpperCase(Locale.ROOT)));
        assertThat(filter.isLoggable(record)).isTrue();
        return new ObjectMapper().readTree(formatter.format(record));
    }
}
