package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes;
import org.mobiletoken.enrolment.postgres.BiometricEnrolments;
import org.mobiletoken.enrolment.rules.BiometricEnrolment;
import org.mobiletoken.enrolment.rules.BiometricEnrolment.Step;

/** After the passcode the customer types the SMS code; once it was right, the biometric key may be registered. */
@ApplicationScoped
public class CheckBiometricCode {
    private final BiometricEnrolments flows;
    private final OneTimeCodes codes;
    private final Clock clock;

    CheckBiometricCode(BiometricEnrolments flows, OneTimeCodes codes, Clock clock) {
        this.flows = flows;
        this.codes = codes;
        this.clock = clock;
    }

    public BiometricStep check(String customerId, String app, UUID id, String code) {
        Optional<BiometricEnrolment> found = flows.find(customerId, app, id);
        if (found.isEmpty()) {
            return new BiometricStep.Unknown();
        }
        BiometricEnrolment flow = found.get();
        UUID otp = flow.otpId();
        if (flow.stepAt(clock.instant()) != Step.AWAITING_CODE || otp == null) {
            return new BiometricStep.NotAwaited();
        }
        return switch (codes.check(otp, customerId, code)) {
            case OneTimeCodes.Right() ->
                move(flow, flow.awaitingKey()) ? new BiometricStep.CodeAccepted() : new BiometricStep.NotAwaited();
            case OneTimeCodes.Wrong(int triesLeft) -> {
                if (triesLeft == 0) {
                    move(flow, flow.ended());
                }
                yield new BiometricStep.WrongCode(triesLeft);
            }
            case OneTimeCodes.NoLongerChecked(var problem) -> new BiometricStep.RefusedElsewhere(problem);
        };
    }

    private boolean move(BiometricEnrolment from, BiometricEnrolment to) {
        return QuarkusTransaction.requiringNew().call(() -> flows.move(from, to));
    }
}
