package org.mobiletoken.events.lockout;

import org.mobiletoken.events.Event;

/** What lockout-service says of wrong passcodes and freezes. */
public sealed interface LockoutEvent extends Event
        permits PasscodeRejected, PermanentFreezeWarned, TokenFrozen, TokenUnfrozen {}
