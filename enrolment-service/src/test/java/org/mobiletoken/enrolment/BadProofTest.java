package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.Proof;

/** Whatever is wrong with a proof, it is refused alike and costs the customer nothing. */
@ServiceTest
class BadProofTest extends ReadyPhoneTest {

    /** One way each to spoil a proof that would otherwise log the customer in. */
    enum Spoiled {
        ALG_NONE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                String payload = good.sign().split("\\.")[1];
                return base64("{\"alg\":\"none\",\"typ\":\"mobile-token-proof+jwt\",\"kid\":\""
                                + phone.key().thumbprint() + "\"}")
                        + "." + payload + ".";
            }
        },
        HS256_WITH_THE_PUBLIC_KEY {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) throws Exception {
                String signed = base64("{\"alg\":\"HS256\",\"typ\":\"mobile-token-proof+jwt\",\"kid\":\""
                                + phone.key().thumbprint() + "\"}")
                        + "." + good.sign().split("\\.")[1];
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(phone.key().publicJwk().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
            }
        },
        WITHOUT_KID {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                String[] parts = good.sign().split("\\.");
                return base64("{\"alg\":\"ES256\",\"typ\":\"mobile-token-proof+jwt\"}") + "." + parts[1] + "."
                        + parts[2];
            }
        },
        WRONG_AUDIENCE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) throws Exception {
                JWSObject signed = JWSObject.parse(good.sign());
                Map<String, Object> claims = new HashMap<>(signed.getPayload().toJSONObject());
                claims.put("aud", "another-system");
                JWSObject other = new JWSObject(signed.getHeader(), new Payload(claims));
                other.sign(new ECDSASigner(ECKey.parse(phone.key().toJson())));
                return other.serialize();
            }
        },
        WRONG_PURPOSE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                return Proof.of(phone.key(), "biometric-enrolment", good.challenge(), good.issuedAt())
                        .withPasscode(good.encryptedPasscode())
                        .sign();
            }
        },
        CHALLENGE_OF_ANOTHER_PURPOSE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                String challenge = ReadyPhone.challenge(phone.gateway(), "authorisation", phone.key(), null);
                return Proof.of(phone.key(), "login", challenge, good.issuedAt())
                        .withPasscode(ReadyPhone.encrypt(phone.passcode(), challenge))
                        .sign();
            }
        },
        CHALLENGE_OF_A_FLOW {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                String challenge = ReadyPhone.challenge(phone.gateway(), "login", phone.key(), UUID.randomUUID());
                return Proof.of(phone.key(), "login", challenge, good.issuedAt())
                        .withPasscode(ReadyPhone.encrypt(phone.passcode(), challenge))
                        .sign();
            }
        },
        UNKNOWN_KEY {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                DeviceKey unknown = DeviceKey.generate();
                String challenge = ReadyPhone.challenge(phone.gateway(), "login", unknown, null);
                return Proof.of(unknown, "login", challenge, good.issuedAt())
                        .withPasscode(ReadyPhone.encrypt(phone.passcode(), challenge))
                        .sign();
            }
        },
        KEY_OF_THE_OTHER_APP {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                ReadyPhone other = test.phones.of("investment");
                String challenge = ReadyPhone.challenge(phone.gateway(), "login", other.key(), null);
                return Proof.of(other.key(), "login", challenge, good.issuedAt())
                        .withPasscode(ReadyPhone.encrypt(other.passcode(), challenge))
                        .sign();
            }
        },
        SIGNED_BY_A_FOREIGN_KEY {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                String foreign = Proof.of(DeviceKey.generate(), "login", good.challenge(), good.issuedAt())
                        .withPasscode(good.encryptedPasscode())
                        .sign();
                String[] parts = good.sign().split("\\.");
                return parts[0] + "." + parts[1] + "." + foreign.split("\\.")[2];
            }
        },
        EMBEDDED_KEY {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                return good.introducingKey().sign();
            }
        },
        DISABLED_KEY {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                test.phones.disable(phone);
                return good.sign();
            }
        },
        STALE_CHALLENGE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                test.clock.advance(Duration.ofMinutes(2));
                return good.sign();
            }
        },
        SIGNED_BY_A_CLOCK_THAT_IS_FAR_OFF {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                return Proof.of(
                                phone.key(),
                                "login",
                                good.challenge(),
                                good.issuedAt().plus(Duration.ofMinutes(10)))
                        .withPasscode(good.encryptedPasscode())
                        .sign();
            }
        },
        TAMPERED_CLAIMS {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                String[] parts = good.sign().split("\\.");
                String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
                return parts[0] + "." + base64(claims.replace("\"aud\"", " \"aud\"")) + "." + parts[2];
            }
        },
        TAMPERED_CHALLENGE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                char first = good.challenge().charAt(10);
                String other = good.challenge().substring(0, 10)
                        + (first == 'A' ? 'B' : 'A')
                        + good.challenge().substring(11);
                return Proof.of(phone.key(), "login", other, good.issuedAt())
                        .withPasscode(ReadyPhone.encrypt(phone.passcode(), other))
                        .sign();
            }
        },
        PASSCODE_OF_ANOTHER_CHALLENGE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                String other = ReadyPhone.challenge(phone.gateway(), "login", phone.key(), null);
                return good.withPasscode(ReadyPhone.encrypt(phone.passcode(), other))
                        .sign();
            }
        },
        PASSCODE_THAT_IS_NO_JWE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                return good.withPasscode(phone.passcode()).sign();
            }
        },
        WITHOUT_PASSCODE {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                return Proof.of(phone.key(), "login", good.challenge(), good.issuedAt())
                        .sign();
            }
        },
        WITH_A_SUBJECT {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                return good.approving("something").sign();
            }
        },
        NO_JWS {
            @Override
            String spoil(BadProofTest test, ReadyPhone phone, Proof good) {
                return "a.b.c";
            }
        };

        abstract String spoil(BadProofTest test, ReadyPhone phone, Proof good) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void it_is_refused_without_reserving_anything(Spoiled way) throws Exception {
        ReadyPhone phone = phones.of("mobile-banking");
        String bad = way.spoil(this, phone, phone.loginProof(phone.passcode(), clock.instant()));

        phone.logIn(bad).then().statusCode(422).body("type", equalTo("urn:mobile-token:problem:proof-refused"));

        assertThat(lockout.reservedFor(phone.customerId())).isZero();
    }

    @Test
    void a_proof_that_was_used_before_is_refused_as_used() {
        ReadyPhone phone = phones.of("mobile-banking");
        String proof = phone.loginProof(phone.passcode(), clock.instant()).sign();
        phone.logIn(proof).then().statusCode(200);

        phone.logIn(proof).then().statusCode(409).body("type", equalTo("urn:mobile-token:problem:challenge-used"));
        assertThat(lockout.reservedFor(phone.customerId())).isEqualTo(1);
    }

    @Test
    void an_oversized_proof_is_malformed() {
        ReadyPhone phone = phones.of("mobile-banking");
        String proof = phone.loginProof(phone.passcode(), clock.instant())
                .approving("x".repeat(9_000))
                .sign();

        phone.logIn(proof).then().statusCode(400).body("type", equalTo("urn:mobile-token:problem:malformed"));
        assertThat(lockout.reservedFor(phone.customerId())).isZero();
    }

    @Test
    void fields_that_no_one_asked_for_are_malformed() {
        ReadyPhone phone = phones.of("mobile-banking");

        phone.gateway()
                .body(Map.of("proof", "a.b.c", "verified", true))
                .post("/v1/verifications")
                .then()
                .statusCode(400);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
