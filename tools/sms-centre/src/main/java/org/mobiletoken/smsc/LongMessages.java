package org.mobiletoken.smsc;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsmpp.bean.SubmitSm;

/** Joins the parts of a long message, in whatever order they come; a message is whole when its last missing part is there. */
final class LongMessages {
    private final Map<Key, TreeMap<Integer, byte[]>> incomplete = new HashMap<>();

    synchronized Optional<byte[]> add(SubmitSm submit, Segment segment) {
        if (segment.total() <= 1) {
            return Optional.of(segment.content());
        }
        Key key = new Key(submit.getSourceAddr(), submit.getDestAddress(), segment.reference(), segment.total());
        TreeMap<Integer, byte[]> parts = incomplete.computeIfAbsent(key, first -> new TreeMap<>());
        parts.put(segment.number(), segment.content());
        if (parts.size() < segment.total()) {
            return Optional.empty();
        }
        incomplete.remove(key);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.values().forEach(whole::writeBytes);
        return Optional.of(whole.toByteArray());
    }

    private record Key(String from, String to, int reference, int total) {}
}
