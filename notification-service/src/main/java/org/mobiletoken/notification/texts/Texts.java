package org.mobiletoken.notification.texts;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.News.Details;
import org.mobiletoken.notification.mail.Letter;
import org.mobiletoken.notification.rules.Code;
import org.mobiletoken.notification.rules.Language;
import org.mobiletoken.notification.rules.Purpose;

/** Writes the messages, each from its template in {@code templates/sms/<language>/}, and the mails around them. */
@ApplicationScoped
public class Texts {

    private final Engine engine;
    private final TextSettings settings;

    public Texts(Engine engine, TextSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    public String otp(Language language, Purpose purpose, String app, Code code, Duration validFor) {
        return render(template(language, purpose.template())
                .data("app", nameOf(app, language))
                .data("code", code.digits())
                .data("minutes", validFor.toMinutes()));
    }

    public String notice(Language language, String name, Details details) {
        String app = details.app();
        return render(template(language, name)
                .data("app", app == null ? null : nameOf(app, language))
                .data("device", details.deviceLabel())
                .data("time", local(details.happenedAt(), language))
                .data("until", local(details.until(), language))
                .data("attempts", details.attemptsLeft()));
    }

    /** The same words as in the short message, with what a mail needs around them. */
    public Letter letter(Language language, String to, String name, Details details) {
        String subject = render(template("mail", language, "subject").instance());
        String body = render(template("mail", language, "body").data("text", notice(language, name, details)));
        return new Letter(to, subject, body);
    }

    private TemplateInstance template(Language language, String name) {
        return template("sms", language, name).data("hotline", settings.hotline());
    }

    /** A text that a language lacks is better read in another one than not at all. */
    private Template template(String channel, Language language, String name) {
        return Stream.of(language, Language.ELSE)
                .flatMap(read ->
                        Optional.ofNullable(engine.getTemplate(channel + "/" + read.tag() + "/" + name + ".txt"))
                                .stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no text " + name));
    }

    private static String render(TemplateInstance instance) {
        return instance.render().strip();
    }

    private String nameOf(String app, Language language) {
        return settings.apps().getOrDefault(app, Map.of()).getOrDefault(language.tag(), app);
    }

    private @Nullable String local(@Nullable Instant instant, Language language) {
        return instant == null ? null : format(language).format(instant.atZone(settings.zone()));
    }

    private static DateTimeFormatter format(Language language) {
        return switch (language) {
            case TRADITIONAL_CHINESE, SIMPLIFIED_CHINESE -> DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);
            case ENGLISH -> DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);
        };
    }
}
