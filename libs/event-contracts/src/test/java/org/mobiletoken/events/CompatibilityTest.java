package org.mobiletoken.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was released is never taken back: {@code released-fields.txt} is added to and its lines are never changed. */
class CompatibilityTest {
    private static final ReleasedField PARCEL = field("parcel", "string uuid", true, Set.of());
    private static final ReleasedField STATE = field("state", "string", true, Set.of("LOST", "MOVED"));
    private static final ReleasedField DEPOT = field("depot", "string", false, Set.of());
    private static final List<ReleasedField> RELEASED = List.of(PARCEL, STATE, DEPOT);

    @Test
    void nothing_that_was_released_is_taken_away_or_changed() throws Exception {
        assertThat(Compatibility.breaches(released(), current()))
                .as("a change of meaning is a new type")
                .isEmpty();
    }

    @Test
    void everything_that_is_published_stands_in_the_list_of_what_was_released() throws Exception {
        List<String> lines = released().stream().map(ReleasedField::line).toList();

        assertThat(current().stream().map(ReleasedField::line).filter(line -> !lines.contains(line)))
                .as("lines to be added to released-fields.txt")
                .isEmpty();
    }

    @Test
    void a_removed_field_is_noticed() {
        assertThat(Compatibility.breaches(RELEASED, List.of(PARCEL, STATE)))
                .containsExactly("parcel.Moved.v1 depot is gone");
    }

    @Test
    void another_type_is_noticed() {
        assertThat(after(PARCEL, field("parcel", "integer", true, Set.of())))
                .containsExactly("parcel.Moved.v1 parcel was a string uuid and is a integer");
    }

    @Test
    void a_field_that_becomes_optional_or_required_is_noticed() {
        assertThat(after(PARCEL, field("parcel", "string uuid", false, Set.of())))
                .containsExactly("parcel.Moved.v1 parcel may be absent, but older readers rely on it");
        assertThat(after(DEPOT, field("depot", "string", true, Set.of())))
                .containsExactly("parcel.Moved.v1 depot is required, but older events may not have it");
    }

    @Test
    void a_value_that_older_readers_do_not_know_is_noticed() {
        assertThat(after(STATE, field("state", "string", true, Set.of("LOST", "MOVED", "FOUND"))))
                .hasSize(1);
        assertThat(after(STATE, field("state", "string", true, Set.of("LOST")))).hasSize(1);
    }

    @Test
    void a_new_field_is_welcome_if_older_events_may_lack_it() {
        List<ReleasedField> grown = new ArrayList<>(RELEASED);
        grown.add(field("colour", "string", false, Set.of()));
        assertThat(Compatibility.breaches(RELEASED, grown)).isEmpty();

        grown.add(field("weight", "integer", true, Set.of()));
        assertThat(Compatibility.breaches(RELEASED, grown))
                .containsExactly("parcel.Moved.v1 weight is new and required, but older events do not have it");
    }

    @Test
    void a_new_event_is_welcome() {
        List<ReleasedField> grown = new ArrayList<>(RELEASED);
        grown.add(new ReleasedField("parcel.Lost.v1", "parcel", "string uuid", true, Set.of()));
        assertThat(Compatibility.breaches(RELEASED, grown)).isEmpty();
    }

    private static List<String> after(ReleasedField before, ReleasedField now) {
        return Compatibility.breaches(
                RELEASED,
                RELEASED.stream()
                        .map(field -> field.equals(before) ? now : field)
                        .toList());
    }

    private static ReleasedField field(String name, String form, boolean required, Set<String> values) {
        return new ReleasedField("parcel.Moved.v1", name, form, required, values);
    }

    private static List<ReleasedField> current() {
        return EventTypes.all().stream().flatMap(ReleasedField::of).toList();
    }

    private static List<ReleasedField> released() throws Exception {
        try (InputStream text = CompatibilityTest.class.getResourceAsStream("/released-fields.txt")) {
            assertThat(text).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ReleasedField::parse)
                    .toList();
        }
    }
}
