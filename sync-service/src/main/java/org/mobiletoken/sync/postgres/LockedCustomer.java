package org.mobiletoken.sync.postgres;

/** A customer whose lock this transaction holds. */
public final class LockedCustomer {
    private final CustomerRow row;

    LockedCustomer(CustomerRow row) {
        this.row = row;
    }

    public String id() {
        return row.customerId;
    }

    /** The version of the next event about this customer. */
    public long nextVersion() {
        return ++row.version;
    }
}
