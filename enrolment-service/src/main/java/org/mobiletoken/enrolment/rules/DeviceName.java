package org.mobiletoken.enrolment.rules;

/** A device's name as shown on another device: enough to recognise it, not to describe it. */
public final class DeviceName {

    private static final int SHOWN = 3;

    private DeviceName() {}

    public static String masked(String name) {
        int shown = Math.min(SHOWN, name.codePointCount(0, name.length()) / 2);
        return name.substring(0, name.offsetByCodePoints(0, shown)) + "•••";
    }
}
