package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnablingTest {

    private final Token banking = Samples.token("mobile-banking", "banking-key");
    private final Token investment = Samples.token("investment", "investment-key");

    @Test
    void a_customer_without_tokens_may_enable() {
        assertThat(Enabling.decide(Samples.request("investment", "new", false, null), List.of()))
                .isEqualTo(new Enabling.Allowed(List.of()));
    }

    @Test
    void the_same_key_in_the_same_app_is_enabled_already_even_to_replace_it() {
        assertThat(Enabling.decide(Samples.request("investment", "investment-key", true, null), List.of(investment)))
                .isEqualTo(new Enabling.Refused(new EnablingRefusal.AlreadyEnabled()));
    }

    @Test
    void a_phone_that_holds_the_other_apps_key_synchronises_instead() {
        assertThat(Enabling.decide(Samples.request("investment", "new", false, "banking-key"), List.of(banking)))
                .isEqualTo(new Enabling.Refused(new EnablingRefusal.SynchroniseInstead("mobile-banking")));
    }

    @Test
    void a_key_that_is_not_the_other_apps_is_another_device() {
        assertThat(Enabling.decide(Samples.request("investment", "new", false, "lost-key"), List.of(banking)))
                .isEqualTo(new Enabling.Refused(new EnablingRefusal.OtherDevice("Pix•••")));
    }

    @Test
    void an_app_with_a_token_under_another_key_cannot_synchronise() {
        assertThat(Enabling.decide(
                        Samples.request("investment", "new", false, "banking-key"), List.of(banking, investment)))
                .isEqualTo(new Enabling.Refused(new EnablingRefusal.OtherDevice("Pix•••")));
    }

    @Test
    void another_device_is_refused_unless_it_replaces_the_first() {
        List<Token> live = List.of(banking, investment);
        assertThat(Enabling.decide(Samples.request("investment", "new", false, null), live))
                .isEqualTo(new Enabling.Refused(new EnablingRefusal.OtherDevice("Pix•••")));
        assertThat(Enabling.decide(Samples.request("investment", "new", true, null), live))
                .isEqualTo(new Enabling.Allowed(live));
    }

    @Test
    void a_masked_name_shows_three_characters_and_never_more_than_half() {
        assertThat(DeviceName.masked("Pixel 12")).isEqualTo("Pix•••");
        assertThat(DeviceName.masked("Pixels")).isEqualTo("Pix•••");
        assertThat(DeviceName.masked("Pixel")).isEqualTo("Pi•••");
        assertThat(DeviceName.masked("P")).isEqualTo("•••");
        assertThat(DeviceName.masked("📱📱📱📱")).isEqualTo("📱📱•••");
    }
}
