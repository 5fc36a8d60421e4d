package org.mobiletoken.sync.rules;

/** Who or what ended a token. */
public enum DisableCause {
    CUSTOMER,
    BANK,
    DEVICE_REPLACED,
    LINKED_APP_DISABLED;

    /** A token that only followed another one starts nothing itself, else a disable would go round in circles. */
    boolean startsCascade() {
        return switch (this) {
            case CUSTOMER, BANK, DEVICE_REPLACED -> true;
            case LINKED_APP_DISABLED -> false;
        };
    }
}
