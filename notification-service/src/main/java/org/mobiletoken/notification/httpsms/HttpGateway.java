package org.mobiletoken.notification.httpsms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.TooLate;
import org.mobiletoken.notification.SendOutcome.Unknown;
import org.mobiletoken.notification.SendingWindow;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.SmsGateway;

/**
 * Sends through a provider that takes messages by HTTP. The message's id is the idempotency key; silence, a lost connection and
 * an answer that the contract does not know are a doubt all the same, and the message is not offered again.
 */
public final class HttpGateway implements SmsGateway {

    private static final int TAKEN = 202;
    /** A wrong key and too many messages are matters that may pass; a wrong message is not. */
    private static final Set<Integer> MAY_PASS = Set.of(401, 403, 429, 503);
    /** The same message is being taken at this moment. */
    private static final int CONFLICT = 409;

    private final HttpSmsSettings settings;
    private final URI messages;
    private final String apiKey;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();
    private final SendingWindow window;
    private final Clock clock;

    public HttpGateway(HttpSmsSettings settings, Clock clock) {
        this.settings = settings;
        this.messages = URI.create(needed(settings.url().map(URI::toString), "url") + "/v1/messages");
        this.apiKey = needed(settings.apiKey(), "api-key");
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectWithin())
                .build();
        this.window = new SendingWindow(settings.window(), settings.placeWithin());
    }

    private static String needed(Optional<String> setting, String name) {
        return setting.orElseThrow(() -> new IllegalStateException(
                "The setting mobile-token.http-sms." + name + " is missing, but messages are to be sent by HTTP."));
    }

    @Override
    public SendOutcome send(Sms sms) {
        return window.send(sms.traffic(), () -> sendNow(sms));
    }

    private SendOutcome sendNow(Sms sms) {
        var until = sms.until();
        if (until != null && !clock.instant().isBefore(until)) {
            return new TooLate();
        }
        try {
            return outcome(client.send(request(sms), BodyHandlers.ofString()));
        } catch (HttpConnectTimeoutException | ConnectException e) {
            return new NotTaken("not-connected");
        } catch (HttpTimeoutException e) {
            return new Unknown("no-answer");
        } catch (IOException e) {
            return new Unknown("link-lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown("interrupted");
        }
    }

    private HttpRequest request(Sms sms) throws JsonProcessingException {
        return HttpRequest.newBuilder(messages)
                .timeout(settings.answerWithin())
                .header("Authorization", "Bearer " + apiKey)
                .header("Idempotency-Key", sms.messageId().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(Submission.of(sms, settings.sender()))))
                .build();
    }

    private SendOutcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String reason = "status-" + status;
        if (status == TAKEN) {
            return accepted(answer.body());
        }
        if (MAY_PASS.contains(status)) {
            return new NotTaken(reason);
        }
        return status / 100 == 4 && status != CONFLICT ? new Refused(reason) : new Unknown(reason);
    }

    private SendOutcome accepted(String body) {
        try {
            String id = json.readTree(body).path("id").asText();
            return id.isEmpty() ? new Unknown("no-id") : new Accepted(messages.getAuthority(), List.of(id));
        } catch (JsonProcessingException e) {
            return new Unknown("no-id");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
