package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.enrolment.rules.Enrolment.EndReason.CODE_NOT_PROVEN;
import static org.mobiletoken.enrolment.rules.Enrolment.EndReason.EXPIRED;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnrolmentTest {

    private final Enrolment.Details details = Samples.details();
    private final List<Enrolment> open = List.of(
            new Enrolment.AwaitingIdentity(details, 3, 0),
            new Enrolment.AwaitingCode(details, null),
            new Enrolment.AwaitingPasscode(details));
    private final List<Enrolment> over =
            List.of(new Enrolment.Completed(details, TokenId.random()), new Enrolment.Ended(details, CODE_NOT_PROVEN));

    @Test
    void an_open_enrolment_ends_exactly_when_it_expires() {
        Instant expiresAt = details.expiresAt();
        assertThat(open).allSatisfy(enrolment -> {
            assertThat(enrolment.isOpen()).isTrue();
            assertThat(enrolment.at(expiresAt.minusMillis(1))).isSameAs(enrolment);
            assertThat(enrolment.at(expiresAt)).isEqualTo(new Enrolment.Ended(details, EXPIRED));
            assertThat(enrolment.at(expiresAt.plusMillis(1))).isEqualTo(new Enrolment.Ended(details, EXPIRED));
        });
    }

    @Test
    void what_is_over_does_not_expire() {
        assertThat(over).allSatisfy(enrolment -> {
            assertThat(enrolment.isOpen()).isFalse();
            assertThat(enrolment.at(details.expiresAt())).isSameAs(enrolment);
        });
    }

    @Test
    void three_different_positions_of_the_hkid_are_asked_for_in_order() {
        Random random = new Random(20261124);
        List<List<Integer>> draws = IntStream.range(0, 500)
                .mapToObj(_ -> HkidPositions.draw(random))
                .toList();
        assertThat(draws)
                .allSatisfy(draw ->
                        assertThat(draw).hasSize(3).doesNotHaveDuplicates().isSorted());
        assertThat(draws.stream().flatMap(List::stream).distinct()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void positions_are_kept_as_text_and_read_again() {
        assertThat(HkidPositions.text(List.of(1, 4, 6))).isEqualTo("1,4,6");
        assertThat(HkidPositions.parse("1,4,6")).containsExactly(1, 4, 6);
    }
}
