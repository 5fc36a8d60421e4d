package org.mobiletoken.tokenctl;

/** What the exit status says; the numbers are documented and do not change. */
enum ExitStatus {
    /** Done. */
    DONE(0),
    /** Something went wrong in tokenctl itself. */
    INTERNAL(1),
    /** The command line or the settings are wrong. */
    USAGE(2),
    /** The service refused, and said why. */
    REFUSED(3),
    /** What the command is about does not exist. */
    NOT_FOUND(4),
    /** The client may not do this. */
    NOT_ALLOWED(5),
    /** A service, the broker or the identity provider does not answer. */
    UNREACHABLE(6),
    /** It was done in part: see what was printed. */
    IN_PART(7),
    /** The two tables that were compared differ. */
    DIFFERENT(8),
    /** What staff and operations did is not as it was sealed. */
    NOT_AS_SEALED(9);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
