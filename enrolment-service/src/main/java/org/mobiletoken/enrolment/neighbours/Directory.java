package org.mobiletoken.enrolment.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The bank's customer directory compares HKID characters; this service never sees the whole HKID. */
@ApplicationScoped
public class Directory {

    private final DirectoryApi api;

    Directory(@RestClient DirectoryApi api) {
        this.api = api;
    }

    /** Whether these are the characters at these positions; a customer it does not know matches nothing. */
    public boolean hkidMatches(String customerId, List<Integer> positions, List<String> characters) {
        return Calls.ask(
                "the customer directory",
                () -> api.check(customerId, new DirectoryApi.HkidCheck(positions, characters)),
                response -> switch (response.getStatus()) {
                    case 200 ->
                        Answers.read(response, DirectoryApi.HkidAnswer.class).match();
                    case 404 -> false;
                    default -> throw Unavailable.now();
                });
    }
}
