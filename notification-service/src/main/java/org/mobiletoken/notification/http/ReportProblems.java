package org.mobiletoken.notification.http;

import java.util.List;
import org.mobiletoken.http.ProblemType;

/** The problems that only error reports have. */
final class ReportProblems {
    static final ProblemType ATTACHMENT_REFUSED =
            new ProblemType("attachment-refused", "An attachment cannot be taken", 422);
    static final ProblemType TOO_MANY_REPORTS =
            new ProblemType("too-many-reports", "No further error report is taken for now", 429);

    static final List<ProblemType> ALL = List.of(ATTACHMENT_REFUSED, TOO_MANY_REPORTS);

    private ReportProblems() {}
}
