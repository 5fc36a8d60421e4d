package org.mobiletoken.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What would no longer be understood: by yesterday's readers of today's events, or by today's of yesterday's. */
final class Compatibility {
    private Compatibility() {}

    static List<String> breaches(Collection<ReleasedField> released, Collection<ReleasedField> current) {
        Map<String, ReleasedField> now = byPath(current);
        Map<String, ReleasedField> before = byPath(released);
        List<String> breaches = new ArrayList<>();
        released.forEach(field -> compare(field, now.get(field.path()), breaches));
        var events = released.stream().map(ReleasedField::event).collect(Collectors.toSet());
        current.stream()
                .filter(field -> events.contains(field.event()) && !before.containsKey(field.path()))
                .filter(ReleasedField::required)
                .forEach(field -> breaches.add(field.path() + " is new and required, but older events do not have it"));
        return breaches;
    }

    private static void compare(ReleasedField before, ReleasedField now, List<String> breaches) {
        if (now == null) {
            breaches.add(before.path() + " is gone");
            return;
        }
        if (!now.form().equals(before.form())) {
            breaches.add(before.path() + " was a " + before.form() + " and is a " + now.form());
        }
        if (now.required() != before.required()) {
            breaches.add(before.path()
                    + (before.required()
                            ? " may be absent, but older readers rely on it"
                            : " is required, but older events may not have it"));
        }
        if (!now.values().equals(before.values())) {
            breaches.add(before.path() + " can be " + now.values() + " where readers know " + before.values());
        }
    }

    private static Map<String, ReleasedField> byPath(Collection<ReleasedField> fields) {
        return fields.stream().collect(Collectors.toMap(ReleasedField::path, Function.identity()));
    }
}
