package org.mobiletoken.operations.rules;

import java.time.Instant;

/**
 * How far a replay is: planned by one person, approved by another, running, ended.
 *
 * <pre>{@code PLANNED → APPROVED → RUNNING → COMPLETED
 *    any of the first three → ABORTED;  RUNNING → FAILED}</pre>
 */
public enum ReplayState {
    PLANNED,
    APPROVED,
    RUNNING,
    COMPLETED,
    ABORTED,
    FAILED;

    /** Approving takes a second person, who names the plan's hash. */
    public Decision approve(Plan plan, String person, String hash, Instant now) {
        if (this != PLANNED) {
            return new Decision.Refused("Only a plan can be approved, and this one is " + this + ".");
        }
        if (plan.author().equals(person)) {
            return new Decision.Refused("The author of a plan cannot approve it. Ask a second person.");
        }
        return current(plan, hash, now);
    }

    /**
     * Running takes the hash, and that the ranges still hold what was planned.
     *
     * @param found what the ranges hold now
     */
    public Decision run(Plan plan, String hash, Contents found, Instant now) {
        if (this != APPROVED) {
            return new Decision.Refused("Only an approved plan can be run, and this one is " + this + ".");
        }
        Decision current = current(plan, hash, now);
        if (current instanceof Decision.Allowed && !plan.hashWith(found).equals(plan.hash())) {
            return new Decision.Refused("The plan no longer matches: of its "
                    + plan.contents().events() + " events "
                    + plan.contents().known() + " were known when it was made, and now " + found.known() + " of "
                    + found.events() + ". Make a new plan.");
        }
        return current;
    }

    /** What has not ended can be aborted. */
    public Decision abort() {
        return switch (this) {
            case PLANNED, APPROVED, RUNNING -> new Decision.Allowed();
            case COMPLETED, ABORTED, FAILED ->
                new Decision.Refused("The replay has ended already: it is " + this + ". There is nothing to abort.");
        };
    }

    private static Decision current(Plan plan, String hash, Instant now) {
        if (plan.isExpired(now)) {
            return new Decision.Refused("The plan expired at " + plan.expiresAt() + ". Make a new plan.");
        }
        if (!plan.hash().equals(hash)) {
            return new Decision.Refused(
                    "This is not the hash of the plan. Look at the plan again and name the hash it shows.");
        }
        return new Decision.Allowed();
    }
}
