package org.mobiletoken.notification.http;

import java.util.List;
import org.mobiletoken.http.ProblemType;

/** The problems that only the resolution of messages has. */
final class MessageProblems {
    static final ProblemType NEVER_SENT_AGAIN = new ProblemType("never-sent-again", "A code is never sent again", 409);
    static final ProblemType NOT_IN_DOUBT = new ProblemType("not-in-doubt", "The fate of the message is known", 409);

    static final List<ProblemType> ALL = List.of(NEVER_SENT_AGAIN, NOT_IN_DOUBT);

    private MessageProblems() {}
}
