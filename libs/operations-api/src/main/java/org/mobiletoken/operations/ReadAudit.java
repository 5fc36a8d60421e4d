package org.mobiletoken.operations;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mobiletoken.audit.ChainCheck.Shown;
import org.mobiletoken.audit.SealingKeys;
import org.mobiletoken.operations.postgres.AuditTrail;
import org.mobiletoken.operations.postgres.AuditTrail.Stored;

/** Shows the audit chain beside the rows that it was made of, as they are now; it judges nothing. */
@ApplicationScoped
public class ReadAudit {
    private final Map<String, AuditedTable> tables;
    private final AuditTrail trail;
    private final SealingKeys keys;
    private final Clock clock;

    ReadAudit(@All List<AuditedTable> tables, AuditTrail trail, SealingKeys keys, Clock clock) {
        this.tables = tables.stream().collect(Collectors.toMap(AuditedTable::name, table -> table));
        this.trail = trail;
        this.keys = keys;
        this.clock = clock;
    }

    /** The public keys that check the seals, as a JWK set. */
    public String keys() {
        return keys.published();
    }

    @Transactional
    public List<Shown> entriesAfter(long position, int limit) {
        List<Stored> entries = trail.entriesAfter(position, limit);
        Map<String, Map<String, String>> found = new HashMap<>();
        entries.stream()
                .collect(Collectors.groupingBy(
                        each -> each.entry().table(),
                        Collectors.mapping(each -> each.entry().row(), Collectors.toList())))
                .forEach((table, rows) ->
                        found.put(table, tables.containsKey(table) ? trail.digests(table(table), rows) : Map.of()));
        return entries.stream()
                .map(each -> new Shown(
                        each.entry(),
                        each.hash(),
                        Objects.requireNonNull(found.get(each.entry().table()))
                                .get(each.entry().row()),
                        mayBeGone(each)))
                .toList();
    }

    public List<WrittenSeal> sealsAfter(long number, int limit) {
        return trail.sealsAfter(number, limit);
    }

    /** Rows that stand outside although rows of their time have been sealed. */
    @Transactional
    public List<HistoryRow> outside() {
        List<HistoryRow> outside = new ArrayList<>();
        trail.lastSeal()
                .map(SealAudit::canBeNewSince)
                .ifPresent(since -> tables.values()
                        .forEach(table -> outside.addAll(trail.withoutEntry(table, Instant.EPOCH, since))));
        return outside;
    }

    private boolean mayBeGone(Stored stored) {
        AuditedTable table = tables.get(stored.entry().table());
        return table != null
                && table.kept()
                        .map(kept ->
                                stored.entry().at().isBefore(clock.instant().minus(kept)))
                        .orElse(false);
    }

    private AuditedTable table(String name) {
        return Objects.requireNonNull(tables.get(name));
    }
}
