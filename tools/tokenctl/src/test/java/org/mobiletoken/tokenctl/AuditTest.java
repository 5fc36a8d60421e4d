package org.mobiletoken.tokenctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mobiletoken.audit.Entry;
import org.mobiletoken.audit.Seal;
import org.mobiletoken.audit.SealingKeys;
import org.mobiletoken.tokenctl.FakePlatform.Result;

class AuditTest {
    private static final String ENTRIES = "GET audit/entries?after=0&limit=1000";
    private static final String SEALS = "GET audit/seals?after=0&limit=1000";
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

    private final SealingKeys keys = SealingKeys.of(List.of(key()));
    private final Entry entry = new Entry(1, "history", "41", THEN, "digest of 41");
    private final String hash = entry.hashAfter(Entry.BEGINNING);

    @TempDir
    Path folder;

    private FakePlatform platform;

    @BeforeEach
    void a_chain_of_one_row() throws IOException {
        platform = new FakePlatform();
        platform.answers("GET audit/keys", 200, keys.published()).answers("GET audit/outside", 200, "[]");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void a_chain_that_is_right_says_so_and_leaves_its_newest_seal_as_anchor() throws IOException {
        shows("digest of 41");
        Path anchors = folder.resolve("anchors.json");

        Result result = verify("--anchors", anchors.toString());

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("lockout  1", "as it was sealed");
        assertThat(Files.readString(anchors)).contains("\"lockout\" : \"ey");
    }

    @Test
    void a_changed_row_is_named_and_leaves_no_anchor() throws IOException {
        shows("another");
        Path anchors = folder.resolve("anchors.json");

        Result result = verify("--anchors", anchors.toString());

        assertThat(result.status()).isEqualTo(9);
        assertThat(result.out()).contains("Entry 1, history/41: the row was changed after it was sealed.");
        assertThat(Files.readString(anchors)).doesNotContain("lockout");
    }

    @Test
    void a_tail_that_was_cut_off_is_found_by_the_anchor() throws IOException {
        Path anchors = folder.resolve("anchors.json");
        shows("digest of 41");
        verify("--anchors", anchors.toString());
        String kept = Files.readString(anchors);
        platform.close();
        a_chain_of_one_row();
        platform.answers(ENTRIES, 200, "[]").answers(SEALS, 200, seals(0, Entry.BEGINNING));

        Result result = verify("--anchors", anchors.toString());

        assertThat(result.status()).isEqualTo(9);
        assertThat(result.out()).contains("The chain ends at entry 0, but entry 1 was sealed at");
        assertThat(Files.readString(anchors)).as("the anchor stays").isEqualTo(kept);
    }

    @Test
    void a_row_outside_the_chain_is_named() throws IOException {
        platform.close();
        platform = new FakePlatform();
        platform.answers("GET audit/keys", 200, keys.published())
                .answers("GET audit/outside", 200, "[{'table':'history','row':'666'}]");
        shows("digest of 41");

        Result result = verify();

        assertThat(result.status()).isEqualTo(9);
        assertThat(result.out()).contains("history/666: the row was inserted");
    }

    @Test
    void keys_of_ones_own_are_used_instead_of_those_published() throws IOException {
        shows("digest of 41");
        Path own = folder.resolve("keys.json");
        Files.writeString(own, "{\"keys\":[]}");

        Result result = verify("--keys", own.toString());

        assertThat(result.status()).isEqualTo(9);
        assertThat(result.out()).contains("A seal after entry 0 was made by none of the keys.");
    }

    @Test
    void a_file_that_cannot_be_read_is_said_so() throws IOException {
        Path anchors = folder.resolve("anchors.json");
        Files.writeString(anchors, "no json");

        Result result = verify("--anchors", anchors.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("The file of anchors").contains("cannot be read");
    }

    private Result verify(String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"audit", "verify", "-s", "lockout"}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return platform.run(all);
    }

    private void shows(String found) {
        platform.answers(
                        ENTRIES,
                        200,
                        "[{'position':1,'table':'history','row':'41','at':'%s','digest':'%s','hash':'%s','found':'%s','mayBeGone':false}]"
                                .formatted(THEN, entry.digest(), hash, found))
                .answers(SEALS, 200, seals(1, hash));
    }

    private static String key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("seal-1").generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String seals(long position, String hashThere) {
        Instant now = InstantSource.system().instant();
        String seal = keys.seal(new Seal("lockout-service", position, hashThere, now));
        return "[{'number':1,'position':%d,'sealedAt':'%s','seal':'%s'}]".formatted(position, now, seal);
    }
}
