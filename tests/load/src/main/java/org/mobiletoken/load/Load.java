package org.mobiletoken.load;

import java.time.Duration;
import java.util.function.Supplier;

/** So many clients, each of which begins the next operation when the one before has ended. */
interface Load {
    int clients();

    /** @param cpu what each part of the platform has used up to now */
    Sample run(Duration time, Supplier<CpuTime> cpu);
}
