package org.mobiletoken.lockout.rules;

/** How a freeze may be lifted before it ends by itself. */
public enum WayOut {
    BRANCH,
    E_TOKEN
}
