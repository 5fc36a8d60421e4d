package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.postgres.DisplayedFreezes;

/** Keeps what lockout-service last said of each customer, for display: whether a request is refused is asked of it every time. */
@ApplicationScoped
public class ShowFreeze {

    private final DisplayedFreezes freezes;

    ShowFreeze(DisplayedFreezes freezes) {
        this.freezes = freezes;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void frozen(String customerId, long version, @Nullable Instant until) {
        freezes.show(customerId, version, true, until);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void over(String customerId, long version) {
        freezes.show(customerId, version, false, null);
    }
}
