package org.mobiletoken.operations;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mobiletoken.audit.Entry;
import org.mobiletoken.audit.Seal;
import org.mobiletoken.audit.SealingKeys;
import org.mobiletoken.operations.postgres.AuditTrail;
import org.mobiletoken.operations.postgres.AuditTrail.Head;

/**
 * Puts what staff and operations did into the audit chain once it is committed, and signs the chain's end. A row that is older than
 * any transaction could have been under way when the last seal was made was inserted by somebody else: it is left outside, where a
 * check finds it.
 */
@ApplicationScoped
class SealAudit {
    private static final Logger LOG = Logger.getLogger(SealAudit.class);

    /** No transaction of a service lives as long. */
    static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final List<AuditedTable> tables;
    private final AuditTrail trail;
    private final SealingKeys keys;
    private final Topology topology;
    private final AuditSettings settings;
    private final Clock clock;

    SealAudit(
            @All List<AuditedTable> tables,
            AuditTrail trail,
            SealingKeys keys,
            Topology topology,
            AuditSettings settings,
            Clock clock) {
        this.tables = tables;
        this.trail = trail;
        this.keys = keys;
        this.topology = topology;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "${mobile-token.audit.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void seal() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (trail.hold()) {
                sealWhatIsNew();
            }
        });
    }

    private void sealWhatIsNew() {
        Optional<WrittenSeal> last = trail.lastSeal();
        Head before = trail.head();
        Head after = append(before);
        Instant now = clock.instant();
        boolean due = last.map(seal -> !now.isBefore(seal.sealedAt().plus(settings.sealAtLeastEvery())))
                .orElse(true);
        if (due || after.position() > before.position()) {
            Seal seal = new Seal(topology.service(), after.position(), after.hash(), now);
            trail.add(seal, keys.seal(seal));
            // The log is kept elsewhere: it remembers how far the chain has reached.
            LOG.infof("The audit chain is sealed up to entry %d with the hash %s", after.position(), after.hash());
        }
    }

    /** The rows that are to be sealed, in the order in which they happened; runs in a transaction. */
    List<HistoryRow> waiting() {
        Instant from = trail.lastSeal().map(SealAudit::canBeNewSince).orElse(Instant.EPOCH);
        return tables.stream()
                .flatMap(table -> trail.withoutEntry(table, from, END_OF_TIME).stream())
                .sorted(Comparator.comparing(HistoryRow::at))
                .toList();
    }

    private Head append(Head before) {
        Head head = before;
        for (HistoryRow row : waiting()) {
            Entry entry = new Entry(head.position() + 1, row.table(), row.id(), row.at(), row.digest());
            head = new Head(entry.position(), entry.hashAfter(head.hash()));
            trail.add(entry, head.hash());
        }
        return head;
    }

    static Instant canBeNewSince(WrittenSeal last) {
        return last.sealedAt().minus(LONGEST_TRANSACTION);
    }
}
