package org.mobiletoken.lockout;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.function.Consumer;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.rules.CustomerLockout;

/** A question whose caller waits for the answer; what is done about it belongs to the caller's trace. */
final class Waiting<A> {
    private final Question<A> question;
    private final Context trace = Context.current();
    private Optional<A> answer = Optional.empty();

    Waiting(Question<A> question) {
        this.question = question;
    }

    Question<A> question() {
        return question;
    }

    /** To be asked for when the transaction has ended; nothing if the question is left to its caller. */
    Optional<A> answer() {
        return answer;
    }

    /** Decides, and hands the customer afterwards on to be recorded; the answer is there when the result is run. */
    Runnable decide(CustomerNow held, Consumer<CustomerLockout> record) {
        try (Scope _ = trace.makeCurrent()) {
            var decided = question.decide(held);
            record.accept(decided.after());
            return () -> answer = Optional.of(decided.answer());
        }
    }
}
