package org.mobiletoken.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The published test vectors and this kit agree. */
class ProofVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode vectors = read();

    @Test
    void the_thumbprint_of_each_published_key_is_the_published_one() {
        for (String name : new String[] {"deviceKey", "targetKey"}) {
            DeviceKey key = key(name);
            assertThat(key.thumbprint())
                    .isEqualTo(vectors.get(name).get("thumbprint").asText());
        }
    }

    @Test
    void the_id_of_the_published_challenge_is_the_published_one() {
        assertThat(ChallengeId.of(challenge()))
                .hasToString(vectors.get("challenge").get("id").asText());
    }

    @Test
    void the_hash_of_the_published_details_is_the_published_one() {
        JsonNode details = vectors.get("authorisation").get("details");
        assertThat(DetailsHash.of(
                        details.get("type").asText(),
                        new BigDecimal(details.get("amount").asText()),
                        details.get("currency").asText(),
                        details.get("payee").asText()))
                .isEqualTo(vectors.get("authorisation").get("detailsHash").asText());
    }

    @Test
    void every_published_proof_verifies_and_says_what_this_kit_would_sign() throws Exception {
        for (JsonNode vector : vectors.get("proofs")) {
            JWSObject published = JWSObject.parse(vector.get("jws").asText());
            DeviceKey key = key(vector.get("signedBy").asText());

            assertThat(published.verify(new ECDSAVerifier(key.publicKey()))).isTrue();
            assertThat(JSON.readTree(published.getHeader().toString())).isEqualTo(vector.get("header"));
            assertThat(JSON.readTree(published.getPayload().toString())).isEqualTo(vector.get("claims"));

            JWSObject own = JWSObject.parse(sign(key, vector.get("claims"), vector.get("header")));
            assertThat(JSON.readTree(own.getHeader().toString())).isEqualTo(vector.get("header"));
            assertThat(JSON.readTree(own.getPayload().toString())).isEqualTo(vector.get("claims"));
        }
    }

    @Test
    void the_published_encrypted_passcode_opens_to_the_passcode_and_the_challenge() throws Exception {
        JsonNode vector = vectors.get("encryptedPasscode");
        ECKey serviceKey = ECKey.parse(vector.get("serviceKey").toString());
        String own = PasscodeEncryption.of("{\"keys\":[" + serviceKey.toPublicJWK() + "]}")
                .encrypt(vector.get("passcode").asText(), challenge());

        for (String text : new String[] {vector.get("jwe").asText(), own}) {
            JWEObject jwe = JWEObject.parse(text);
            jwe.decrypt(new ECDHDecrypter(serviceKey));
            assertThat(jwe.getHeader().getKeyID()).isEqualTo(serviceKey.getKeyID());
            JsonNode opened = JSON.readTree(jwe.getPayload().toString());
            assertThat(opened.get("passcode")).isEqualTo(vector.get("passcode"));
            assertThat(opened.get("challenge").asText()).isEqualTo(challenge());
        }
    }

    private static String sign(DeviceKey key, JsonNode claims, JsonNode header) {
        Proof proof = Proof.of(
                key,
                claims.get("purpose").asText(),
                claims.get("challenge").asText(),
                Instant.ofEpochSecond(claims.get("iat").asLong()));
        JsonNode subject = claims.path("subject");
        if (subject.isTextual()) {
            proof = proof.approving(subject.asText());
        } else if (subject.isObject()) {
            proof = proof.approvingSynchronisation(
                    subject.get("targetApp").asText(), subject.get("targetKey").asText());
        }
        if (claims.has("passcode")) {
            proof = proof.withPasscode(claims.get("passcode").asText());
        }
        return (header.has("jwk") ? proof.introducingKey() : proof).sign();
    }

    private String challenge() {
        return vectors.get("challenge").get("text").asText();
    }

    private DeviceKey key(String name) {
        return DeviceKey.parse(vectors.get(name).get("privateJwk").toString());
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Path.of("../../docs/api/proof-vectors.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException("The test vectors stand in docs/api/proof-vectors.json", e);
        }
    }
}
