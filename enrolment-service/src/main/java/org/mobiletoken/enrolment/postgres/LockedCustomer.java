package org.mobiletoken.enrolment.postgres;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.HkidPositions;

/** The customer whose row this transaction holds locked: nothing else changes this customer's tokens meanwhile. */
public final class LockedCustomer {

    private final CustomerRow row;

    LockedCustomer(CustomerRow row) {
        this.row = row;
    }

    public String id() {
        return row.customerId;
    }

    /** The version of the next event about this customer; the lock makes versions and events rise together. */
    public long nextVersion() {
        return ++row.version;
    }

    /** The positions that this customer is asked for until they have been answered correctly. */
    public @Nullable List<Integer> hkidPositions() {
        return row.hkidPositions == null ? null : HkidPositions.parse(row.hkidPositions);
    }

    public void ask(List<Integer> positions) {
        row.hkidPositions = HkidPositions.text(positions);
    }

    public void drawPositionsAgain() {
        row.hkidPositions = null;
    }
}
