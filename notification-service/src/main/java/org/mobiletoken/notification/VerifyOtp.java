package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.notification.postgres.Customers;
import org.mobiletoken.notification.postgres.OneTimePasswords;
import org.mobiletoken.notification.postgres.OneTimePasswords.Kept;
import org.mobiletoken.notification.rules.Code;
import org.mobiletoken.notification.rules.CodeHash;
import org.mobiletoken.notification.rules.CodeState;
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
    private final Customers customers;
    private final OneTimePasswords otps;
    private final Clock clock;
    private final CodeHash hash;
    private final OtpPolicy policy;

    public VerifyOtp(
            OneAtATime oneAtATime,
            Customers customers,
            OneTimePasswords otps,
            Clock clock,
            NotificationSettings settings) {
        this.oneAtATime = oneAtATime;
        this.customers = customers;
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
        if (!customers.lockIfKnown(customerId)) {
            return Optional.empty();
        }
        return otps.find(customerId, otpId)
                .filter(kept -> kept.code().flow().clientId().equals(clientId))
                .map(kept -> decide(kept, entry));
    }

    private VerifyDecision decide(Kept kept, Code entry) {
        IssuedCode code = kept.code();
        String customerId = code.flow().customerId();
        Instant now = clock.instant();
        List<IssuedCode> codes = otps.ofFlowAndSince(customerId, code.flow().flowId(), now.minus(OtpPolicy.DAY));
        VerifyDecision decision = policy.verify(code, hash.matches(kept.hash(), code.otpId(), entry), codes, now);
        switch (decision) {
            case Accept _ -> otps.move(customerId, code.otpId(), CodeState.ACTIVE, CodeState.USED);
            case Reject _ -> otps.countWrongEntry(customerId, code.otpId());
            case Ended _ -> {}
        }
        return decision;
    }
}
