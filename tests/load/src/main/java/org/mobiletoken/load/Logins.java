package org.mobiletoken.load;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mobiletoken.bank.Identity;
import org.mobiletoken.stack.ServiceName;

/** Customers log in one after the other, each with a challenge and a proof that is signed for it: two requests of the gateway. */
final class Logins {
    private final Http gateway;
    private final URI enrolment;
    private final List<Handset> handsets;
    private final AtomicInteger next = new AtomicInteger();

    /** @param handsets all of one app */
    Logins(Platform platform, List<Handset> handsets, int connections) {
        var identity =
                Identity.ofClient(platform.endpoints(), handsets.getFirst().app() + "-gateway");
        this.gateway = platform.http(identity::get, connections);
        this.enrolment = platform.stack().url(ServiceName.ENROLMENT);
        this.handsets = List.copyOf(handsets);
    }

    /** The next customer, by face or fingerprint. */
    void byBiometrics() {
        Handset handset = handset();
        String challenge = challenge(handset.phone().biometricThumbprint(handset.app()));
        verify(handset.phone().biometricLoginProof(handset.app(), challenge)).expect(200);
    }

    /** The next customer, by passcode. */
    Http.Answer byPasscode() {
        return byPasscode(handset());
    }

    Http.Answer byPasscode(Handset handset) {
        String challenge = challenge(handset.phone().thumbprint(handset.app()));
        return verify(handset.phone().passcodeLoginProof(handset.app(), challenge, handset.passcode()));
    }

    private Handset handset() {
        return handsets.get(Math.floorMod(next.getAndIncrement(), handsets.size()));
    }

    private String challenge(String keyThumbprint) {
        return gateway.post(
                        enrolment,
                        "/v1/challenges",
                        "{\"purpose\":\"login\",\"keyThumbprint\":\"" + keyThumbprint + "\"}")
                .expect(201)
                .json()
                .path("challenge")
                .asText();
    }

    private Http.Answer verify(String proof) {
        return gateway.post(enrolment, "/v1/verifications", "{\"proof\":\"" + proof + "\"}");
    }
}
