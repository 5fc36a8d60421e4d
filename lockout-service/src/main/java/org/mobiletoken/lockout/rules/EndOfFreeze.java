package org.mobiletoken.lockout.rules;

/** Why a freeze is over. */
public enum EndOfFreeze {
    EXPIRED,
    BRANCH,
    E_TOKEN;

    static EndOfFreeze by(WayOut way) {
        return switch (way) {
            case BRANCH -> BRANCH;
            case E_TOKEN -> E_TOKEN;
        };
    }
}
