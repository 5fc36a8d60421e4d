package org.mobiletoken.device;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/** A P-256 key pair as a phone keeps it: the private half signs proofs, the thumbprint of the public half is its name. */
public final class DeviceKey {
    private final ECKey pair;
    private final String thumbprint;

    private DeviceKey(ECKey pair) {
        this.pair = pair;
        try {
            this.thumbprint = pair.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("No thumbprint can be computed of this key", e);
        }
    }

    public static DeviceKey generate() {
        try {
            return new DeviceKey(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("This machine cannot generate a P-256 key", e);
        }
    }

    /** Reads a key pair that {@link #toJson()} wrote; anything else than a private P-256 JWK is refused. */
    public static DeviceKey parse(String privateJwk) {
        try {
            ECKey pair = ECKey.parse(privateJwk);
            if (!pair.isPrivate() || !Curve.P_256.equals(pair.getCurve())) {
                throw new IllegalArgumentException("A device key is a private P-256 key");
            }
            return new DeviceKey(pair);
        } catch (ParseException e) {
            throw new IllegalArgumentException("A device key is a JWK", e);
        }
    }

    /** RFC 7638 SHA-256 thumbprint of the public key in base64url, 43 characters. */
    public String thumbprint() {
        return thumbprint;
    }

    /** The public key as a JWK in JSON. */
    public String publicJwk() {
        return pair.toPublicJWK().toJSONString();
    }

    /** The whole key pair as a JWK in JSON: only for a simulated phone that must remember it. */
    public String toJson() {
        return pair.toJSONString();
    }

    ECKey publicKey() {
        return pair.toPublicJWK();
    }

    String sign(JWSHeader header, Payload payload) {
        JWSObject jws = new JWSObject(header, payload);
        try {
            jws.sign(new ECDSASigner(pair));
        } catch (JOSEException e) {
            throw new IllegalStateException("The device key could not sign", e);
        }
        return jws.serialize();
    }
}
