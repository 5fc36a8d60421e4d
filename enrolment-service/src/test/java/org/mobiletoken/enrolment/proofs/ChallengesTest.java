package org.mobiletoken.enrolment.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.Settings;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.Purpose;

class ChallengesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final ChallengeScope SCOPE = new ChallengeScope("investment", Purpose.LOGIN, "key", null);

    private final Challenges challenges = at(NOW, "a secret of thirty-two characters");

    @Test
    void a_challenge_lives_two_minutes_and_no_longer() {
        IssuedChallenge issued = challenges.issue(SCOPE);

        assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(120));
        assertThat(at(NOW.plusMillis(119_999)).expiryOf(issued.text(), SCOPE)).contains(issued.expiresAt());
        assertThat(at(NOW.plusSeconds(120)).expiryOf(issued.text(), SCOPE)).isEmpty();
        assertThat(at(NOW.plusMillis(120_001)).expiryOf(issued.text(), SCOPE)).isEmpty();
    }

    @Test
    void a_challenge_is_worth_nothing_in_another_scope() {
        String text = challenges.issue(SCOPE).text();

        assertThat(challenges.expiryOf(text, new ChallengeScope("other", Purpose.LOGIN, "key", null)))
                .isEmpty();
        assertThat(challenges.expiryOf(text, new ChallengeScope("investment", Purpose.SYNC, "key", null)))
                .isEmpty();
        assertThat(challenges.expiryOf(text, new ChallengeScope("investment", Purpose.LOGIN, "other", null)))
                .isEmpty();
        assertThat(challenges.expiryOf(text, new ChallengeScope("investment", Purpose.LOGIN, "key", UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void no_character_of_a_challenge_can_be_changed() {
        String text = challenges.issue(SCOPE).text();

        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThat(challenges.expiryOf(changed, SCOPE))
                    .as("changed at %d", i)
                    .isEmpty();
        }
    }

    @Test
    void what_is_no_challenge_is_refused() {
        assertThat(challenges.expiryOf("", SCOPE)).isEmpty();
        assertThat(challenges.expiryOf("not base64!", SCOPE)).isEmpty();
        assertThat(challenges.expiryOf("AAAA", SCOPE)).isEmpty();
        assertThat(challenges.expiryOf(challenges.issue(SCOPE).text() + "AAAA", SCOPE))
                .isEmpty();
    }

    @Test
    void replicas_with_the_same_secret_understand_each_other_and_no_one_else() {
        String text = challenges.issue(SCOPE).text();

        assertThat(at(NOW).expiryOf(text, SCOPE)).isPresent();
        assertThat(at(NOW, "another secret of thirty-two chars").expiryOf(text, SCOPE))
                .isEmpty();
    }

    @Test
    void no_two_challenges_are_the_same() {
        assertThat(challenges.issue(SCOPE).text())
                .isNotEqualTo(challenges.issue(SCOPE).text());
    }

    private static Challenges at(Instant instant) {
        return at(instant, "a secret of thirty-two characters");
    }

    private static Challenges at(Instant instant, String secret) {
        ProofSettings settings =
                Settings.of(ProofSettings.class, Map.of("mobile-token.proofs.challenge-secret", secret));
        return new Challenges(settings, Clock.fixed(instant, ZoneOffset.UTC));
    }
}
