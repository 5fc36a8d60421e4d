package org.mobiletoken.tokenctl;

import picocli.CommandLine.Option;

/** Which service a command is for. */
final class Target {
    @Option(
            names = {"-s", "--service"},
            required = true,
            description = "enrolment, sync, lockout or notification.")
    @SuppressWarnings("NullAway.Init") // required
    private String service;

    Service in(Platform platform) {
        return platform.service(service);
    }
}
