package org.mobiletoken.load;

/** How much of a scenario is run: a short form shows that it works, only a full one gives figures to quote. */
enum Size {
    SHORT,
    FULL;

    /** One of two numbers. */
    int of(int small, int large) {
        return this == SHORT ? small : large;
    }
}
