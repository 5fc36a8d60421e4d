package org.mobiletoken.lockout.rules;

/** One e-token: a serial number means nothing without its manufacturer. */
public record ETokenId(String manufacturer, String serialNumber) {

    /** What either part may look like. */
    public static final String PART = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}";

    @Override
    public String toString() {
        return serialNumber + " of " + manufacturer;
    }
}
