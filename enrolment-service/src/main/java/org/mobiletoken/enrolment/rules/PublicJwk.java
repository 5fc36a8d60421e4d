package org.mobiletoken.enrolment.rules;

/** A public key of the device as JWK text, with its RFC 7638 SHA-256 thumbprint in base64url. */
public record PublicJwk(String json, String thumbprint) {}
