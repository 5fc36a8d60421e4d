package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.lockout.postgres.AssignedETokens;
import org.mobiletoken.lockout.postgres.ETokenWays;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.ETokenAssignment;
import org.mobiletoken.lockout.rules.ETokenRules;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.lockout.rules.WayOut;

/** Tells which ways lead a customer out of a freeze: the e-token only who has one and has not used up the tries. */
@ApplicationScoped
public class ReadWaysOut {

    private final AssignedETokens assigned;
    private final ETokenWays ways;
    private final ETokenRules rules;

    ReadWaysOut(AssignedETokens assigned, ETokenWays ways, ETokenRules rules) {
        this.assigned = assigned;
        this.ways = ways;
        this.rules = rules;
    }

    public List<WayOut> of(CustomerId customer, FreezeKind kind) {
        return rules.waysOut().of(kind).stream()
                .filter(way -> switch (way) {
                    case BRANCH -> true;
                    case E_TOKEN ->
                        eToken(customer).isPresent() && !ways.of(customer).isClosed(rules.eToken());
                })
                .sorted()
                .toList();
    }

    /** The customer's e-token, if there is one. */
    public Optional<ETokenAssignment> eToken(CustomerId customer) {
        return assigned.of(customer);
    }
}
