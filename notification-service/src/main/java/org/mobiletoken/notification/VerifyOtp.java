package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.notification.postgres.OneTimePasswords;
import org.mobiletoken.notification.postgres.OneTimePasswords.Held;
import org.mobiletoken.notification.rules.Code;
import org.mobiletoken.notification.rules.CodeHash;
import org.mobiletoken.notification.rules.IssuedCode;
import org.mobiletoken.notification.rules.OtpPolicy;
import org.mobiletoken.notification.rules.VerifyDecision;
import org.mobiletoken.notification.rules.VerifyDecision.Accept;
import org.mobiletoken.notification.rules.VerifyDecision.Ended;
import org.mobiletoken.notification.rules.VerifyDecision.Reject;

/**
 * Verifies a code once, and only for the client that asked for it. Entries of one customer wait for each other, so a thousand at
 * once are as good as a thousand in a row.
 */
@ApplicationScoped
public class VerifyOtp {

    private final OneAtATime oneAtATime;
    private final OneTimePasswords otps;
    private final Clock clock;
    private final CodeHash hash;
    private final OtpPolicy policy;

    public VerifyOtp(OneAtATime oneAtATime, OneTimePasswords otps, Clock clock, NotificationSettings settings) {
        this.oneAtATime = oneAtATime;
        this.otps = otps;
        this.clock = clock;
        this.hash = new CodeHash(settings.otp().secret().getBytes(StandardCharsets.UTF_8));
        this.policy = IssueOtp.policy(settings.otp());
    }

    /** The decision, committed; empty if this client never asked for such a code. */
    public Optional<VerifyDecision> verify(String clientId, String customerId, UUID otpId, Code entry) {
        return oneAtATime.perCustomer(
                customerId,
                () -> QuarkusTransaction.requiringNew().call(() -> decide(clientId, customerId, otpId, entry)));
    }

    private Optional<VerifyDecision> decide(String clientId, String customerId, UUID otpId, Code entry) {
        Instant now = clock.instant();
        Optional<VerifyDecision> decision = otps.hold(customerId, otpId, now.minus(OtpPolicy.DAY))
                .filter(held -> held.code().flow().clientId().equals(clientId))
                .map(held -> decide(held, entry));
        if (decision.isEmpty()) {
            otps.letGo();
        }
        return decision;
    }

    private VerifyDecision decide(Held held, Code entry) {
        IssuedCode code = held.code();
        boolean right = hash.matches(held.hash(), code.otpId(), entry);
        VerifyDecision decision = policy.verify(code, right, held.codes(), clock.instant());
        switch (decision) {
            case Accept _ -> otps.concludeAccepted(code);
            case Reject _ -> otps.concludeRejected(code);
            case Ended _ -> otps.letGo();
        }
        return decision;
    }
}
