package org.mobiletoken.delivery;

/** A key always falls on the same one of 64 shards, whatever the number of relays. */
final class Shards {
    static final int COUNT = 64;

    private Shards() {}

    static int of(String key) {
        int hash = key.hashCode();
        return Math.floorMod(hash ^ (hash >>> 16), COUNT);
    }
}
