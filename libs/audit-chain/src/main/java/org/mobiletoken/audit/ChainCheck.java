package org.mobiletoken.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a service's chain from its beginning: that every entry follows from the one before and its row is as it was sealed, that the
 * seals are genuine and fit, that no row stands outside, and that it reaches as far as it is known to have reached. The first thing
 * that is wrong is kept, and nothing after it is looked at.
 */
public final class ChainCheck {
    private final String service;
    private final SealingKeys keys;
    private final List<String> hashes = new ArrayList<>(List.of(Entry.BEGINNING));
    private @Nullable Finding finding;
    private @Nullable Seal newest;

    public ChainCheck(String service, SealingKeys keys) {
        this.service = service;
        this.keys = keys;
    }

    /**
     * An entry as the service shows it.
     *
     * @param hash what the service holds to be the chain's hash there
     * @param found the digest of the row as it is now, or null if it is gone
     * @param mayBeGone whether the row is older than the service keeps it
     */
    public record Shown(Entry entry, String hash, @Nullable String found, boolean mayBeGone) {}

    /** To be called for every entry in order. */
    public void entry(Shown shown) {
        if (finding != null) {
            return;
        }
        Entry entry = shown.entry();
        if (entry.position() != hashes.size()) {
            fail("Entry " + hashes.size() + " of the chain is missing.");
        } else if (!entry.hashAfter(hashes.getLast()).equals(shown.hash())) {
            fail(name(entry) + ": the entry does not follow from the one before it.");
        } else if (shown.found() == null && !shown.mayBeGone()) {
            fail(name(entry) + ": the row was removed after it was sealed.");
        } else if (shown.found() != null && !shown.found().equals(entry.digest())) {
            fail(name(entry) + ": the row was changed after it was sealed.");
        } else {
            hashes.add(shown.hash());
        }
    }

    /** To be called for every seal in order, once the entries that it covers are known. */
    public void seal(String written) {
        if (finding != null) {
            return;
        }
        Optional<Seal> read = keys.read(written).filter(seal -> seal.service().equals(service));
        if (read.isEmpty()) {
            fail("A seal after entry " + sealed() + " was made by none of the keys.");
        } else if (read.get().position() < sealed()) {
            fail("A seal of entry " + read.get().position() + " comes after one of entry " + sealed() + ".");
        } else if (!fits(read.get())) {
            fail("The chain up to entry " + read.get().position() + " is not the one that was sealed: entries after "
                    + sealed() + " were changed.");
        } else {
            newest = read.get();
        }
    }

    /** To be called for every row that has no entry although rows of its age have been sealed. */
    public void outside(String table, String row) {
        if (finding == null) {
            fail(table + "/" + row + ": the row was inserted after rows of its time were sealed.");
        }
    }

    /** To be called with a seal that was kept elsewhere. */
    public void anchor(String written) {
        if (finding != null) {
            return;
        }
        Optional<Seal> read = keys.read(written).filter(seal -> seal.service().equals(service));
        if (read.isEmpty()) {
            fail("The anchor of " + service + " was made by none of the keys.");
        } else if (read.get().position() >= hashes.size()) {
            fail("The chain ends at entry " + (hashes.size() - 1) + ", but entry "
                    + read.get().position() + " was sealed at " + read.get().sealedAt()
                    + ": its tail was cut off.");
        } else if (!fits(read.get())) {
            fail("Entry " + read.get().position() + " is not the one that the anchor was made of.");
        }
    }

    /** The first thing that is wrong, once everything has been shown. */
    public Optional<Finding> end(Instant now, Duration sealedWithin) {
        Seal last = newest;
        if (finding == null && last == null) {
            fail("The chain has no seal.");
        } else if (finding == null && Objects.requireNonNull(last).position() != hashes.size() - 1) {
            fail("The entries after " + last.position() + " have no seal.");
        } else if (finding == null
                && Objects.requireNonNull(last).sealedAt().plus(sealedWithin).isBefore(now)) {
            fail("The newest seal is of " + last.sealedAt() + ": either nothing seals, or the tail was cut off.");
        }
        return Optional.ofNullable(finding);
    }

    /** How many entries were right. */
    public long entries() {
        return hashes.size() - 1L;
    }

    private boolean fits(Seal seal) {
        return seal.position() >= 0
                && seal.position() < hashes.size()
                && hashes.get((int) seal.position()).equals(seal.hash());
    }

    private long sealed() {
        return newest == null ? 0 : newest.position();
    }

    private static String name(Entry entry) {
        return "Entry " + entry.position() + ", " + entry.name();
    }

    private void fail(String sentence) {
        finding = new Finding(sentence);
    }
}
