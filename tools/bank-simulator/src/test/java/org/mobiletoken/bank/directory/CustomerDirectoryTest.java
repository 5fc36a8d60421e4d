package org.mobiletoken.bank.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerDirectoryTest {
    private final CustomerDirectory directory = new CustomerDirectory();

    @Test
    void the_three_customers_of_the_demonstration_speak_three_languages() {
        assertThat(IntStream.rangeClosed(1, 3)
                        .mapToObj(n -> "%1$s-%2$s-4%3$s-8%3$s-%4$s"
                                .formatted(
                                        ("" + n).repeat(8),
                                        ("" + n).repeat(4),
                                        ("" + n).repeat(3),
                                        ("" + n).repeat(12)))
                        .map(id -> directory.find(id).orElseThrow().language()))
                .containsExactly("zh-HK", "zh-CN", "en");
    }

    @Test
    void numbered_customers_are_made_by_rule_and_differ() {
        assertThat(IntStream.range(99_000, 101_000)
                        .mapToObj(n -> directory.find("load-" + n).orElseThrow())
                        .flatMap(customer -> Stream.of(
                                customer.mobileNumber(), customer.hkid().characters()))
                        .collect(Collectors.toSet()))
                .hasSize(4_000);
        assertThat(directory.find("load-7")).isEqualTo(directory.find("load-7"));
    }

    @Test
    void the_last_numbered_customer_has_a_mobile_number_of_eight_digits() {
        assertThat(directory.find("load-2499999").orElseThrow().mobileNumber()).isEqualTo("+85255499999");
        assertThat(directory.find("load-2500000")).isEmpty();
    }

    @Test
    void other_ids_are_unknown() {
        assertThat(directory.find("load-01")).isEmpty();
        assertThat(directory.find("load-")).isEmpty();
        assertThat(directory.find("nobody")).isEmpty();
    }
}
