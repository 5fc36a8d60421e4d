package org.mobiletoken.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.audit.ChainCheck.Shown;

class ChainCheckTest {
    private static final String SERVICE = "parcel-service";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final ECKey first = key("first");
    private final ECKey second = key("second");
    private final SealingKeys keys = SealingKeys.of(List.of(first.toJSONString()));
    private final List<Shown> chain = new ArrayList<>();
    private final List<String> seals = new ArrayList<>();

    @BeforeEach
    void four_rows_are_sealed_two_by_two() {
        append("41");
        append("42");
        seals.add(keys.seal(sealOf(2)));
        append("43");
        append("44");
        seals.add(keys.seal(sealOf(4)));
    }

    @Test
    void a_chain_that_nobody_touched_is_right() {
        assertThat(check()).isEmpty();
    }

    @Test
    void a_changed_row_is_named() {
        chain.set(1, with(chain.get(1), "another digest", false));

        assertThat(check()).contains("Entry 2, history/42: the row was changed after it was sealed.");
    }

    @Test
    void a_removed_row_is_named_unless_it_is_older_than_it_is_kept() {
        chain.set(0, with(chain.get(0), null, true));
        assertThat(check()).isEmpty();

        chain.set(1, with(chain.get(1), null, false));
        assertThat(check()).contains("Entry 2, history/42: the row was removed after it was sealed.");
    }

    @Test
    void a_removed_entry_leaves_a_gap() {
        chain.remove(1);

        assertThat(check()).contains("Entry 2 of the chain is missing.");
    }

    @Test
    void an_inserted_entry_does_not_follow() {
        Entry forged = new Entry(2, "history", "666", NOON, "digest of 666");
        chain.add(1, new Shown(forged, forged.hashAfter(chain.get(0).hash()), forged.digest(), false));
        renumber(2);

        assertThat(check()).contains("Entry 3, history/42: the entry does not follow from the one before it.");
    }

    @Test
    void whoever_makes_the_whole_chain_anew_lacks_the_key_to_seal_it() {
        Entry forged = new Entry(2, "history", "666", NOON, "digest of 666");
        chain.set(1, new Shown(forged, forged.hashAfter(chain.get(0).hash()), forged.digest(), false));
        rehash(2);

        assertThat(check())
                .contains("The chain up to entry 2 is not the one that was sealed: entries after 0 were changed.");

        seals.set(0, SealingKeys.of(List.of(second.toJSONString())).seal(sealOf(2)));
        assertThat(check()).contains("A seal after entry 0 was made by none of the keys.");
    }

    @Test
    void a_row_outside_the_chain_is_named() {
        ChainCheck check = shown();
        check.outside("history", "666");

        assertThat(check.end(NOON, TWO_HOURS).map(Finding::sentence))
                .contains("history/666: the row was inserted after rows of its time were sealed.");
    }

    @Test
    void a_tail_that_was_cut_off_is_told_by_the_seal_that_was_kept_elsewhere() {
        String anchor = seals.getLast();
        seals.removeLast();
        chain.removeLast();
        chain.removeLast();

        assertThat(check()).as("the chain itself cannot tell").isEmpty();
        ChainCheck check = shown();
        check.anchor(anchor);
        assertThat(check.end(NOON, TWO_HOURS).map(Finding::sentence))
                .contains(
                        "The chain ends at entry 2, but entry 4 was sealed at 2026-03-01T12:00:00Z: its tail was cut off.");
    }

    @Test
    void a_tail_that_was_replaced_is_told_as_well() {
        String anchor = seals.getLast();
        chain.removeLast();
        append("45");
        seals.set(1, keys.seal(sealOf(4)));

        ChainCheck check = shown();
        check.anchor(anchor);
        assertThat(check.end(NOON, TWO_HOURS).map(Finding::sentence))
                .contains("Entry 4 is not the one that the anchor was made of.");
    }

    @Test
    void an_anchor_of_another_service_or_of_nobody_is_none() {
        ChainCheck check = shown();
        check.anchor(keys.seal(new Seal("another-service", 4, chain.getLast().hash(), NOON)));

        assertThat(check.end(NOON, TWO_HOURS).map(Finding::sentence))
                .contains("The anchor of parcel-service was made by none of the keys.");
    }

    @Test
    void entries_without_a_seal_and_a_chain_without_one_are_told() {
        seals.removeLast();
        assertThat(check()).contains("The entries after 2 have no seal.");

        seals.clear();
        assertThat(check()).contains("The chain has no seal.");
    }

    @Test
    void a_newest_seal_may_be_as_old_as_agreed_and_no_older() {
        assertThat(shown().end(NOON.plus(TWO_HOURS), TWO_HOURS)).isEmpty();
        assertThat(shown().end(NOON.plus(TWO_HOURS).plusMillis(1), TWO_HOURS).map(Finding::sentence))
                .contains("The newest seal is of 2026-03-01T12:00:00Z: either nothing seals, or the tail was cut off.");
    }

    @Test
    void seals_keep_their_order() {
        seals.add(keys.seal(sealOf(2)));

        assertThat(check()).contains("A seal of entry 2 comes after one of entry 4.");
    }

    @Test
    void a_rotated_key_leaves_old_seals_verifiable_by_its_public_half_alone() {
        SealingKeys rotated = SealingKeys.of(
                List.of(second.toJSONString(), first.toPublicJWK().toJSONString()));
        append("45");
        seals.add(rotated.seal(sealOf(5)));

        assertThat(check(SealingKeys.published(rotated.published()))).isEmpty();
        assertThat(check()).contains("A seal after entry 4 was made by none of the keys.");
        assertThat(rotated.published()).doesNotContain("\"d\"");
    }

    @Test
    void the_key_that_seals_is_private_and_every_key_has_an_id_of_its_own() {
        String open = first.toPublicJWK().toJSONString();
        assertThatThrownBy(() -> SealingKeys.of(List.of(open))).hasMessage("The first sealing key is no private one.");
        assertThatThrownBy(() -> SealingKeys.of(List.of())).hasMessage("The first sealing key is no private one.");
        assertThatThrownBy(() -> SealingKeys.of(List.of(first.toJSONString(), open)))
                .hasMessage("Two sealing keys have the same id.");
        assertThatThrownBy(() -> SealingKeys.of(List.of("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}")))
                .hasMessage("A sealing key is no elliptic-curve JWK.")
                .hasNoCause();
    }

    private Optional<String> check() {
        return check(keys);
    }

    private Optional<String> check(SealingKeys with) {
        return shown(with).end(NOON, TWO_HOURS).map(Finding::sentence);
    }

    private ChainCheck shown() {
        return shown(keys);
    }

    private ChainCheck shown(SealingKeys with) {
        ChainCheck check = new ChainCheck(SERVICE, with);
        chain.forEach(check::entry);
        seals.forEach(check::seal);
        return check;
    }

    private void append(String row) {
        Entry entry = new Entry(chain.size() + 1, "history", row, NOON, "digest of " + row);
        String before = chain.isEmpty() ? Entry.BEGINNING : chain.getLast().hash();
        chain.add(new Shown(entry, entry.hashAfter(before), entry.digest(), false));
    }

    private Seal sealOf(int position) {
        return new Seal(SERVICE, position, chain.get(position - 1).hash(), NOON);
    }

    private void renumber(int from) {
        for (int i = from; i < chain.size(); i++) {
            Shown old = chain.get(i);
            chain.set(i, new Shown(moved(old.entry(), i + 1), old.hash(), old.found(), false));
        }
    }

    private void rehash(int from) {
        for (int i = from; i < chain.size(); i++) {
            Shown old = chain.get(i);
            chain.set(
                    i,
                    new Shown(
                            old.entry(), old.entry().hashAfter(chain.get(i - 1).hash()), old.found(), false));
        }
    }

    private static Entry moved(Entry entry, long position) {
        return new Entry(position, entry.table(), entry.row(), entry.at(), entry.digest());
    }

    private static Shown with(Shown old, String found, boolean mayBeGone) {
        return new Shown(old.entry(), old.hash(), found, mayBeGone);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
