package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.audit.ChainCheck;
import org.mobiletoken.audit.ChainCheck.Shown;
import org.mobiletoken.audit.Entry;
import org.mobiletoken.audit.Finding;
import org.mobiletoken.audit.SealingKeys;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;

@QuarkusTest
class AuditTest extends OperationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] TABLES = {"operations_ledger", "audit_entry", "audit_seal"};

    @Inject
    Ledger ledger;

    @Inject
    SealAudit sealAudit;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void three_actions_are_sealed() throws SQLException {
        for (String table : TABLES) {
            tamper("truncate " + table);
        }
        act("first");
        act("second");
        sealAudit.seal();
        act("third");
        sealAudit.seal();
    }

    @Test
    void what_nobody_touched_is_right() throws IOException {
        assertThat(check()).isEmpty();
        assertThat(get("audit/entries").jsonPath().getList("row")).hasSize(3);
    }

    @Test
    void a_changed_row_is_found() throws Exception {
        tamper("update operations_ledger set reason = 'another' where outcome = 'second'");

        assertThat(check())
                .get()
                .asString()
                .startsWith("Entry 2, operations_ledger/")
                .endsWith("the row was changed after it was sealed.");
    }

    @Test
    void a_removed_row_is_found() throws Exception {
        tamper("delete from operations_ledger where outcome = 'second'");

        assertThat(check())
                .get()
                .asString()
                .startsWith("Entry 2, operations_ledger/")
                .endsWith("the row was removed after it was sealed.");
    }

    @Test
    void an_inserted_row_is_found_and_never_sealed() throws Exception {
        tamper("insert into operations_ledger (at, actor, name, action, subject, outcome)"
                + " values (now() - interval '1 day', 'mallory', 'Mallory', 'REPLAY_ENDED', 'x', 'all is well')");
        sealAudit.seal();

        assertThat(check()).get().asString().endsWith("the row was inserted after rows of its time were sealed.");
    }

    @Test
    void a_tail_that_was_cut_off_is_found_by_the_seal_kept_elsewhere() throws Exception {
        String anchor = get("audit/seals").jsonPath().getString("[-1].seal");
        tamper("delete from operations_ledger where outcome = 'third'");
        tamper("delete from audit_entry where position = 3");
        tamper("delete from audit_seal where position = 3");

        assertThat(check()).isEmpty();
        assertThat(check(Optional.of(anchor))).get().asString().startsWith("The chain ends at entry 2, but entry 3");
    }

    @Test
    void a_seal_that_was_changed_is_none() throws Exception {
        tamper("update audit_seal set seal = replace(seal, '.', '.A') where position = 2");

        assertThat(check()).contains("A seal after entry 0 was made by none of the keys.");
    }

    @Test
    void what_was_inserted_while_it_could_still_have_been_under_way_is_sealed_though_it_comes_late() throws Exception {
        tamper("insert into operations_ledger (at, actor, name, action, subject, outcome)"
                + " values (now() - interval '5 minutes', 'ng', 'Ng', 'REPLAY_ENDED', 'x', 'slow')");
        sealAudit.seal();

        assertThat(check()).isEmpty();
        assertThat(get("audit/entries").jsonPath().getList("row")).hasSize(4);
    }

    @Test
    void two_replicas_that_seal_at_once_make_one_chain() throws Exception {
        var together = new CyclicBarrier(4);
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                int replica = i;
                replicas.submit(() -> {
                    for (int round = 0; round < 5; round++) {
                        act(replica + "/" + round);
                        together.await(10, TimeUnit.SECONDS);
                        sealAudit.seal();
                    }
                    return true;
                });
            }
        }
        sealAudit.seal();

        assertThat(check()).isEmpty();
        assertThat(get("audit/entries").jsonPath().getList("row")).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void a_seal_is_made_every_hour_though_nothing_happens() {
        int before = get("audit/seals").jsonPath().getList("seal").size();
        sealAudit.seal();
        assertThat(get("audit/seals").jsonPath().getList("seal")).hasSize(before);

        clock.advance(Duration.ofHours(1));
        sealAudit.seal();

        assertThat(get("audit/seals").jsonPath().getList("seal")).hasSize(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set row_id = 'x'", "delete from audit_entry", "truncate audit_seal"})
    void the_chain_can_be_neither_changed_nor_shortened(String sql) {
        assertThatThrownBy(() -> run(sql)).hasMessageContaining("append-only");
    }

    private void act(String outcome) {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.add(
                        new Operator("ng", "Ng"),
                        Action.PARKED_KEY_RETRIED,
                        key,
                        new Grounds("The depot is back", "OPS-17"),
                        outcome));
    }

    private Optional<String> check() throws IOException {
        return check(Optional.empty());
    }

    /** As tokenctl does. */
    private Optional<String> check(Optional<String> anchor) throws IOException {
        var check = new ChainCheck(
                "parcel-service", SealingKeys.published(get("audit/keys").asString()));
        for (JsonNode each : JSON.readTree(get("audit/entries").asString())) {
            check.entry(new Shown(
                    new Entry(
                            each.path("position").asLong(),
                            each.path("table").asText(),
                            each.path("row").asText(),
                            Instant.parse(each.path("at").asText()),
                            each.path("digest").asText()),
                    each.path("hash").asText(),
                    each.hasNonNull("found") ? each.path("found").asText() : null,
                    each.path("mayBeGone").asBoolean()));
        }
        for (JsonNode each : JSON.readTree(get("audit/seals").asString())) {
            check.seal(each.path("seal").asText());
        }
        for (JsonNode each : JSON.readTree(get("audit/outside").asString())) {
            check.outside(each.path("table").asText(), each.path("row").asText());
        }
        anchor.ifPresent(check::anchor);
        return check.end(clock.instant(), Duration.ofHours(2)).map(Finding::sentence);
    }

    /** As somebody who rules the database can. */
    private void tamper(String sql) throws SQLException {
        for (String table : TABLES) {
            run("alter table " + table + " disable trigger all");
        }
        try {
            run(sql);
        } finally {
            for (String table : TABLES) {
                run("alter table " + table + " enable trigger all");
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
