package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.postgres.TokensByKey;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenId;

@ServiceTest
class TokensByKeyTest extends ReadyPhoneTest {
    private static final int CUSTOMERS = 40;

    @Inject
    TokensByKey tokens;

    @Test
    void everybody_who_asks_at_the_same_time_gets_the_token_of_their_own_key_in_their_own_app() throws Exception {
        List<ReadyPhone> all = new ArrayList<>();
        List<Callable<Optional<TokenId>>> asking = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            ReadyPhone phone = phones.of(i % 2 == 0 ? "investment" : "mobile-banking");
            all.add(phone);
            asking.add(() -> find(phone.app(), phone));
            asking.add(() -> find(otherThan(phone.app()), phone));
        }

        List<Optional<TokenId>> found = inParallel(asking);

        for (int i = 0; i < CUSTOMERS; i++) {
            assertThat(found.get(2 * i)).contains(all.get(i).token().id());
            assertThat(found.get(2 * i + 1))
                    .as("of the same key in the other app")
                    .isEmpty();
        }
    }

    @Test
    void a_key_whose_token_has_ended_has_none() {
        ReadyPhone phone = phones.of("investment");
        phones.disable(phone);
        assertThat(find("investment", phone)).isEmpty();
    }

    private Optional<TokenId> find(String app, ReadyPhone phone) {
        return tokens.find(app, phone.key().thumbprint()).map(Token::id);
    }

    private static String otherThan(String app) {
        return app.equals("investment") ? "mobile-banking" : "investment";
    }
}
