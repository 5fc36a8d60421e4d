package org.mobiletoken.enrolment;

import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.mobiletoken.enrolment.testing.FakeLockout;
import org.mobiletoken.enrolment.testing.FakeNeighbours;
import org.mobiletoken.testing.MovableClock;

/** Tests of what a phone whose token is enabled already may do with it. */
abstract class ReadyPhoneTest {
    @Inject
    FakeLockout lockout;

    @Inject
    FakeNeighbours neighbours;

    @Inject
    MovableClock clock;

    @Inject
    ReadyPhones phones;

    @AfterEach
    void put_lockout_back() {
        lockout.reset();
    }
}
