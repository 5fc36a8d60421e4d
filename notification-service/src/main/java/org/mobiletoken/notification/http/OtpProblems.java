package org.mobiletoken.notification.http;

import java.util.List;
import org.mobiletoken.http.ProblemType;

/** The problems that only one-time passwords have. */
final class OtpProblems {
    static final ProblemType WRONG_CODE = new ProblemType("wrong-code", "The code is wrong", 422);
    static final ProblemType OTP_ENDED = new ProblemType("otp-ended", "There is no code to verify any more", 409);
    static final ProblemType NUMBER_CHANGED_RECENTLY = new ProblemType(
            "number-changed-recently", "The customer's mobile number was changed a short while ago", 409);
    static final ProblemType NO_MOBILE_NUMBER =
            new ProblemType("no-mobile-number", "The customer has no mobile number that a code can be sent to", 409);
    static final ProblemType RESEND_TOO_SOON =
            new ProblemType("resend-too-soon", "The last code was sent a moment ago", 429);
    static final ProblemType TOO_MANY_CODES = new ProblemType("too-many-codes", "No further code is sent", 429);

    static final List<ProblemType> ALL =
            List.of(NO_MOBILE_NUMBER, NUMBER_CHANGED_RECENTLY, OTP_ENDED, WRONG_CODE, RESEND_TOO_SOON, TOO_MANY_CODES);

    private OtpProblems() {}
}
