package org.mobiletoken.enrolment.rules;

import org.jspecify.annotations.Nullable;

/**
 * What a phone asks for when it opens an enrolment.
 *
 * @param otherAppKey thumbprint of another app's key on the same phone, where the phone found one
 */
public record EnablingRequest(
        String app,
        PublicJwk key,
        String deviceName,
        boolean replacesDevice,
        @Nullable String otherAppKey) {}
