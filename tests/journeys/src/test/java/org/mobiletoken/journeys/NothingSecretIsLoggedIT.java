package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.JourneyCustomer.WRONG_PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformExtension.class)
class NothingSecretIsLoggedIT {
    private final Platform platform;
    private final JourneyCustomer customer;

    NothingSecretIsLoggedIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void no_passcode_code_identity_card_or_phone_number_of_a_journey_is_in_any_output() throws Exception {
        customer.enable(INVESTMENT);
        customer.turnOnBiometrics(INVESTMENT);
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        customer.logIn(INVESTMENT, WRONG_PASSCODE).expectProblem(422, "wrong-passcode");
        customer.logIn(INVESTMENT, PASSCODE).expect(200);
        customer.session(INVESTMENT).disableToken().expect(200);

        List<Path> logs;
        try (Stream<Path> files = Files.list(platform.stack().logs())) {
            logs = files.toList();
        }

        assertThat(logs).hasSizeGreaterThanOrEqualTo(5);
        Pattern secrets = Pattern.compile(customer.secrets().stream()
                .map(secret -> "(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])")
                .collect(Collectors.joining("|")));
        assertThat(logs).allSatisfy(log -> assertThat(read(log)).doesNotContainPattern(secrets));
    }

    private static String read(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
