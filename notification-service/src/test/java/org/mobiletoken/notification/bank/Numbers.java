package org.mobiletoken.notification.bank;

import java.util.concurrent.ThreadLocalRandom;

/** Invented mobile numbers of Hong Kong. */
public final class Numbers {

    private Numbers() {}

    public static String any() {
        return "+8529" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
    }
}
