package org.mobiletoken.operations.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.audit.ChainCheck.Shown;
import org.mobiletoken.operations.WrittenSeal;

/** The audit chain as it is shown. */
final class AuditViews {
    private AuditViews() {}

    /** An entry; {@code found} is the digest of its row now, {@code mayBeGone} whether the row is older than it is kept. */
    public record EntryOfChainView(
            long position,
            String table,
            String row,
            Instant at,
            String digest,
            String hash,
            @Nullable String found,
            boolean mayBeGone) {
        static EntryOfChainView of(Shown shown) {
            return new EntryOfChainView(
                    shown.entry().position(),
                    shown.entry().table(),
                    shown.entry().row(),
                    shown.entry().at(),
                    shown.entry().digest(),
                    shown.hash(),
                    shown.found(),
                    shown.mayBeGone());
        }
    }

    /** A seal of the chain up to a position. */
    public record SealView(long number, long position, Instant sealedAt, String seal) {
        static SealView of(WrittenSeal stored) {
            return new SealView(stored.number(), stored.position(), stored.sealedAt(), stored.written());
        }
    }

    /** A row that stands outside the chain. */
    public record OutsideView(String table, String row) {}
}
