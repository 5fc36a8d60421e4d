package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.etoken.RotatedKeyset;
import org.mobiletoken.lockout.etoken.Seeds;
import org.mobiletoken.lockout.postgres.ETokens;
import org.mobiletoken.lockout.postgres.StoredEToken;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.OathKind;
import org.mobiletoken.lockout.rules.OathPosition;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

/** The steps of docs/operations/rotation.md for the keyset of e-token seeds. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class ReencryptSeedsTest {
    private static final SecretKey SEED =
            new SecretKeySpec("12345678901234567890".getBytes(StandardCharsets.US_ASCII), "RAW");

    private final ETokens eTokens;
    private final Seeds before;
    private final LockoutSettings settings;
    private final Clock clock;
    private final String keyset;

    ReencryptSeedsTest(
            ETokens eTokens,
            Seeds before,
            LockoutSettings settings,
            Clock clock,
            @ConfigProperty(name = "mobile-token.lockout.e-token.keyset") String keyset) {
        this.eTokens = eTokens;
        this.before = before;
        this.settings = settings;
        this.clock = clock;
        this.keyset = keyset;
    }

    @Test
    void the_keyset_is_rotated_while_old_and_new_replicas_serve_and_the_old_key_goes_at_the_end()
            throws GeneralSecurityException {
        var rotation = new RotatedKeyset(keyset);
        var early = stored(before);

        var added = rotation.newKeyAdded();
        assertThat(opens(added, early)).as("with the new key known everywhere").isTrue();
        var meanwhile = stored(added);
        assertThat(opens(before, meanwhile)).as("by a replica of before").isTrue();

        var promoted = rotation.newKeyPromoted();
        var fresh = stored(promoted);
        assertThat(opens(added, fresh))
                .as("by a replica that is yet to promote it")
                .isTrue();

        new ReencryptSeeds(eTokens, promoted, settings).reencrypt();
        var retired = rotation.oldKeyGone();
        assertThat(List.of(early, meanwhile, fresh)).allMatch(id -> opens(retired, id));

        new ReencryptSeeds(eTokens, rotation.back(), settings).reencrypt(); // for the other tests
        assertThat(opens(before, early)).isTrue();
    }

    @Test
    void a_seed_that_no_key_opens_keeps_no_other_from_being_reencrypted() throws GeneralSecurityException {
        var lost = stored(new RotatedKeyset(keyset).another());
        var rotation = new RotatedKeyset(keyset);
        var other = stored(before);

        new ReencryptSeeds(eTokens, rotation.newKeyPromoted(), settings).reencrypt();

        assertThat(opens(rotation.oldKeyGone(), other)).isTrue();
        assertThat(opens(rotation.oldKeyGone(), lost)).isFalse();
        assertThat(eTokens.countUnlessUnder(rotation.oldKeyGone().prefix())).isPositive();
        new ReencryptSeeds(eTokens, rotation.back(), settings).reencrypt();
    }

    private ETokenId stored(Seeds seeds) throws GeneralSecurityException {
        var id = new ETokenId("oath.ACME", ETokenClient.newSerial());
        eTokens.add(
                new StoredEToken(
                        id,
                        new OathKind.Counted(OathKind.Hash.SHA1, 6),
                        seeds.encrypt(id, SEED),
                        OathPosition.before(0)),
                clock.instant());
        return id;
    }

    private boolean opens(Seeds seeds, ETokenId id) {
        try {
            var stored = eTokens.find(id).orElseThrow();
            return seeds.decrypt(id, stored.encryptedSeed()).equals(SEED);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
