package org.mobiletoken.enrolment.proofs;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.enrolment.rules.AssertionClaims;

/** Signs what the service vouches for, as a JWT that gateways check against the published keys. */
@ApplicationScoped
public class Assertions {
    private final JWSHeader header;
    private final JWSSigner signer;

    Assertions(ServerKeys keys) throws JOSEException {
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(keys.signingKey().getKeyID())
                .build();
        this.signer = P256.signer(keys.signingKey());
    }

    public String sign(AssertionClaims claims) {
        JWSObject jws = new JWSObject(header, new Payload(claims.asMap()));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The assertion could not be signed", e);
        }
        return jws.serialize();
    }
}
