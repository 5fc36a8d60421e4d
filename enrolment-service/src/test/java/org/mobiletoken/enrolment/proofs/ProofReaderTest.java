package org.mobiletoken.enrolment.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.Proof;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.Subject;

/** Every published proof is read; whatever has a member too many, too few or of another kind is not. */
class ProofReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private final ProofReader reader = new ProofReader();
    private final DeviceKey key = DeviceKey.generate();
    private final Proof good = Proof.of(key, "login", "the-challenge", NOW);

    @Test
    void every_published_proof_is_read() throws IOException {
        JsonNode vectors = new ObjectMapper()
                .readTree(Path.of("../docs/api/proof-vectors.json").toFile());
        for (JsonNode vector : vectors.get("proofs")) {
            SignedProof proof = reader.read(vector.get("jws").asText()).orElseThrow();
            JsonNode claims = vector.get("claims");

            assertThat(proof.purpose().text()).isEqualTo(claims.get("purpose").asText());
            assertThat(proof.keyThumbprint())
                    .isEqualTo(vectors.get(vector.get("signedBy").asText())
                            .get("thumbprint")
                            .asText());
            assertThat(proof.challengeId())
                    .isEqualTo(
                            UUID.fromString(vectors.get("challenge").get("id").asText()));
            assertThat(proof.issuedAt().getEpochSecond())
                    .isEqualTo(claims.get("iat").asLong());
            assertThat(proof.encryptedPasscode() != null).isEqualTo(claims.has("passcode"));
            assertThat(proof.introducedKey() != null).isEqualTo(proof.purpose().introducesKey());
        }
    }

    @Test
    void what_is_approved_is_read() {
        assertThat(reader.read(good.sign()).orElseThrow().subject()).isEqualTo(new Subject.Nothing());
        assertThat(reader.read(good.approving("hash").sign()).orElseThrow().subject())
                .isEqualTo(new Subject.Details("hash"));
        assertThat(reader.read(good.approvingSynchronisation("investment", "thumb")
                                .sign())
                        .orElseThrow()
                        .subject())
                .isEqualTo(new Subject.Target("investment", "thumb"));
    }

    @Test
    void an_introduced_key_is_kept_with_its_thumbprint() {
        SignedProof proof = reader.read(
                        Proof.of(key, "enrolment", "c", NOW).introducingKey().sign())
                .orElseThrow();

        assertThat(proof.purpose()).isEqualTo(Purpose.ENROLMENT);
        assertThat(proof.introducedJwk().thumbprint()).isEqualTo(key.thumbprint());
        assertThat(proof.introducedJwk().json()).doesNotContain("\"d\"");
    }

    @Test
    void a_key_is_introduced_exactly_where_the_purpose_asks_for_it() {
        assertThat(reader.read(good.introducingKey().sign())).isEmpty();
        assertThat(reader.read(Proof.of(key, "enrolment", "c", NOW).sign())).isEmpty();
    }

    @Test
    void a_proof_does_not_print_what_it_carries() {
        assertThat(reader.read(good.withPasscode("secret").sign()).orElseThrow().toString())
                .doesNotContain("secret");
    }

    @Test
    void claims_of_another_kind_are_refused() throws Exception {
        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("aud", "another-system"),
                Map.of("aud", List.of("mobile-token")),
                Map.of("purpose", "LOGIN"),
                Map.of("purpose", 1),
                Map.of("challenge", 1),
                Map.of("iat", "2026-11-24T02:00:00Z"),
                Map.of("iat", 1.5),
                Map.of("subject", 1),
                Map.of("subject", Map.of("targetApp", "investment")),
                Map.of("subject", Map.of("targetApp", "investment", "targetKey", "k", "more", "m")),
                Map.of("passcode", 483920),
                Map.of("exp", 1),
                Map.of("admin", true))) {
            assertThat(reader.read(changed(change))).as(change.toString()).isEmpty();
        }
    }

    @Test
    void missing_claims_are_refused() throws Exception {
        for (String claim : new String[] {"aud", "purpose", "challenge", "iat"}) {
            JWSObject signed = JWSObject.parse(good.sign());
            Map<String, Object> claims = new HashMap<>(signed.getPayload().toJSONObject());
            claims.remove(claim);
            assertThat(reader.read(sign(signed.getHeader(), claims))).as(claim).isEmpty();
        }
    }

    @Test
    void header_members_that_no_one_asked_for_are_refused() throws Exception {
        Map<String, Object> claims = JWSObject.parse(good.sign()).getPayload().toJSONObject();
        for (String header : new String[] {
            "{\"alg\":\"ES256\",\"kid\":\"%s\"}",
            "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"%s\"}",
            "{\"alg\":\"ES256\",\"typ\":\"mobile-token-proof+jwt\"}",
            "{\"alg\":\"ES256\",\"typ\":\"mobile-token-proof+jwt\",\"kid\":\"short\"}",
            "{\"alg\":\"ES256\",\"typ\":\"mobile-token-proof+jwt\",\"kid\":\"%s\",\"jku\":\"https://evil.example\"}",
            "{\"alg\":\"ES256\",\"typ\":\"mobile-token-proof+jwt\",\"kid\":\"%s\",\"x\":1}",
        }) {
            JWSHeader parsed = JWSHeader.parse(header.formatted(key.thumbprint()));
            assertThat(reader.read(sign(parsed, claims))).as(header).isEmpty();
        }
    }

    @Test
    void what_is_no_compact_jws_is_refused() {
        for (String text : new String[] {"", ".", "a.b", "a.b.c", "a.b.c.d.e", "x".repeat(9_000), good.sign() + "."}) {
            assertThat(reader.read(text)).isEmpty();
        }
    }

    private String changed(Map<String, Object> change) throws Exception {
        JWSObject signed = JWSObject.parse(good.sign());
        Map<String, Object> claims = new HashMap<>(signed.getPayload().toJSONObject());
        claims.putAll(change);
        return sign(signed.getHeader(), claims);
    }

    private String sign(JWSHeader header, Map<String, Object> claims) throws Exception {
        JWSObject jws = new JWSObject(header, new Payload(claims));
        jws.sign(new ECDSASigner(ECKey.parse(key.toJson())));
        return jws.serialize();
    }
}
