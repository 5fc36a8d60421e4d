package org.mobiletoken.notification.rules;

import java.util.regex.Pattern;

/**
 * A device's name as a message may show it: its first two and last two letters or digits. The name comes from the phone, so it
 * can hold the owner's name, or a link that would gain the bank's authority.
 */
public final class DeviceLabel {

    private static final Pattern UNWANTED = Pattern.compile("[^A-Za-z0-9]");
    private static final int ENOUGH_TO_HIDE_SOME = 6;
    private static final String HIDDEN = "***";

    private DeviceLabel() {}

    public static String of(String deviceName) {
        String plain = UNWANTED.matcher(deviceName).replaceAll("");
        return plain.length() < ENOUGH_TO_HIDE_SOME
                ? HIDDEN
                : plain.substring(0, 2) + HIDDEN + plain.substring(plain.length() - 2);
    }
}
