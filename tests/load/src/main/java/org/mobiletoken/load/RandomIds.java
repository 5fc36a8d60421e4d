package org.mobiletoken.load;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids as random as they have to be here, at less cost than secret ones. */
final class RandomIds {
    private RandomIds() {}

    static UUID next() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }
}
