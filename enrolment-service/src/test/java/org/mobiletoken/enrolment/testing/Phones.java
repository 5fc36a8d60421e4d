package org.mobiletoken.enrolment.testing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.PasscodeEncryption;
import org.mobiletoken.enrolment.proofs.Challenges;
import org.mobiletoken.enrolment.proofs.ServerKeys;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.Purpose;

/** Makes phones that know the service's published keys and get challenges as the gateways do. */
@Singleton
public class Phones {

    final Challenges challenges;
    final Clock clock;
    final PasscodeEncryption encryption;

    Phones(Challenges challenges, ServerKeys keys, Clock clock) {
        this.challenges = challenges;
        this.clock = clock;
        this.encryption = PasscodeEncryption.of(keys.published());
    }

    /** A phone of a customer nobody has heard of before. */
    public Phone ofNewCustomer(String app) {
        return of(UUID.randomUUID().toString(), app);
    }

    /** One app of the customer on one device, with a key of its own. */
    public Phone of(String customerId, String app) {
        return new Phone(this, customerId, app, DeviceKey.generate());
    }

    String challenge(String app, Purpose purpose, String thumbprint, @Nullable UUID flow) {
        return challenges
                .issue(new ChallengeScope(app, purpose, thumbprint, flow))
                .text();
    }
}
