package org.mobiletoken.bank.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows the customers of {@code customers.json} and, by rule, {@code load-0} to {@code load-2499999}. */
@ApplicationScoped
public class CustomerDirectory {
    private static final Pattern BY_RULE = Pattern.compile("load-(0|[1-9][0-9]{0,6})");
    private static final int NUMBERS_PER_PREFIX = 100_000;
    private static final int PREFIXES = 25;
    private static final List<String> LANGUAGES = List.of("zh-HK", "zh-CN", "en");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Map<String, Customer> named;

    public CustomerDirectory() {
        try (InputStream file =
                Objects.requireNonNull(CustomerDirectory.class.getResourceAsStream("/customers.json"))) {
            named = new ObjectMapper()
                    .registerModule(new JavaTimeModule()).readValue(file, new TypeReference<List<Entry>>() {}).stream()
                            .map(Entry::customer)
                            .collect(Collectors.toUnmodifiableMap(Customer::id, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException("customers.json cannot be read", e);
        }
    }

    public Optional<Customer> find(String customerId) {
        Customer customer = named.get(customerId);
        return customer != null ? Optional.of(customer) : byRule(customerId);
    }

    private static Optional<Customer> byRule(String customerId) {
        Matcher matcher = BY_RULE.matcher(customerId);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int n = Integer.parseInt(matcher.group(1));
        int prefix = n / NUMBERS_PER_PREFIX;
        if (prefix >= PREFIXES) {
            return Optional.empty();
        }
        String number = "+8525%d%d%05d".formatted(1 + prefix / 5, prefix % 5, n % NUMBERS_PER_PREFIX);
        Hkid hkid = Hkid.withoutCheckDigit("X%c%06d".formatted('A' + n / 1_000_000, n % 1_000_000));
        return Optional.of(new Customer(
                customerId,
                hkid,
                number,
                LONG_AGO,
                customerId + "@customer.example",
                LANGUAGES.get(n % LANGUAGES.size())));
    }

    private record Entry(
            String id, String hkid, String mobileNumber, Instant mobileNumberChangedAt, String email, String language) {
        Customer customer() {
            return new Customer(id, new Hkid(hkid), mobileNumber, mobileNumberChangedAt, email, language);
        }
    }
}
