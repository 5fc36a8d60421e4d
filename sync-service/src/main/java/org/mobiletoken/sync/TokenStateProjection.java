package org.mobiletoken.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.operations.Difference;
import org.mobiletoken.operations.Projection;
import org.mobiletoken.sync.messaging.TokenReports;
import org.mobiletoken.sync.postgres.RebuiltTokenStates;
import org.mobiletoken.sync.postgres.TokenStateDifference;
import org.mobiletoken.sync.rules.TokenState;

/** The copy of the customers' tokens, which enrolment-service's events make anew by the rules that keep the live one. */
@ApplicationScoped
class TokenStateProjection implements Projection {
    private final RebuiltTokenStates rebuilt;
    private final TokenStateDifference difference;

    TokenStateProjection(RebuiltTokenStates rebuilt, TokenStateDifference difference) {
        this.rebuilt = rebuilt;
        this.difference = difference;
    }

    @Override
    public String name() {
        return "token-states";
    }

    @Override
    public String consumer() {
        return TokenReports.CONSUMER;
    }

    @Override
    public void begin() {
        rebuilt.empty();
    }

    @Override
    public void apply(List<IncomingEvent> events) {
        Set<String> customers = new HashSet<>();
        events.forEach(event -> customers.add(event.key()));
        Map<String, List<TokenState>> known = rebuilt.of(customers);
        Map<String, Map<String, TokenState>> changed = new HashMap<>();
        for (IncomingEvent event : events) {
            List<TokenState> ofCustomer = known.computeIfAbsent(event.key(), _ -> new ArrayList<>());
            TokenReports.newsIn(event).flatMap(news -> news.after(ofCustomer)).ifPresent(state -> {
                ofCustomer.removeIf(token -> token.app().equals(state.app()));
                ofCustomer.add(state);
                changed.computeIfAbsent(event.key(), _ -> new HashMap<>()).put(state.app(), state);
            });
        }
        Map<String, List<TokenState>> kept = new HashMap<>();
        changed.forEach((customer, states) -> kept.put(customer, List.copyOf(states.values())));
        rebuilt.keep(kept);
    }

    @Override
    public Difference compare() {
        return difference.now();
    }

    @Override
    public void lock() {
        rebuilt.lockLive();
    }

    @Override
    public void swap() {
        rebuilt.swap();
    }
}
