package org.mobiletoken.enrolment.rules;

import java.time.Duration;
import java.util.List;

/** The bank's floor: an app for high-risk transactions cools off for at least this long. */
public record PolicyFloor(Duration highRiskCoolingOff) {

    /** The names of the apps whose settings are weaker than the floor, in order. */
    public List<String> tooWeak(AppPolicies policies) {
        return policies.all().stream()
                .filter(AppPolicy::highRisk)
                .filter(policy -> policy.coolingOff().compareTo(highRiskCoolingOff) < 0)
                .map(AppPolicy::app)
                .sorted()
                .toList();
    }
}
