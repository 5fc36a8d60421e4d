package org.mobiletoken.sync.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mobiletoken.sync.rules.TokenState;

/** The projection of the customers' tokens. */
@ApplicationScoped
public class TokenStates implements PanacheRepositoryBase<TokenStateRow, TokenStateRow.Key> {

    public List<TokenState> of(String customerId) {
        return list("customerId", customerId).stream().map(TokenStateRow::state).toList();
    }

    public void keep(LockedCustomer customer, TokenState state) {
        TokenStateRow row = findById(new TokenStateRow.Key(customer.id(), state.app()));
        if (row == null) {
            row = new TokenStateRow();
            row.customerId = customer.id();
            row.app = state.app();
            row.set(state);
            persist(row);
        } else {
            row.set(state);
        }
    }
}
