package org.mobiletoken.enrolment.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.mobiletoken.enrolment.LoginOptions;
import org.mobiletoken.enrolment.rules.LoginOption;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Roles;

/** Tells an app's gateway what the login screen of a phone offers. */
@Path("/v1/login-options")
@RunOnVirtualThread
class LoginOptionsResource {

    private final Callers callers;
    private final LoginOptions loginOptions;

    LoginOptionsResource(Callers callers, LoginOptions loginOptions) {
        this.callers = callers;
        this.loginOptions = loginOptions;
    }

    record Phone(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String keyThumbprint) {}

    record OptionsAnswer(List<LoginOption> options) {}

    @POST
    @RolesAllowed(Roles.GATEWAY)
    public OptionsAnswer options(@NotNull @Valid Phone phone) {
        return new OptionsAnswer(loginOptions.of(callers.gateway().app(), phone.keyThumbprint()));
    }
}
