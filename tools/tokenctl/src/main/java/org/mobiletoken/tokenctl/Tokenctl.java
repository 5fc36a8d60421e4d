package org.mobiletoken.tokenctl;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What operations type. Every command looks first; what changes something needs a reason and a ticket. */
@Command(
        name = "tokenctl",
        description = "Looks after the events of Mobile Token.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            ParkedCommands.class,
            HaltCommands.class,
            DeadLetterCommands.class,
            ReplayCommands.class,
            RebuildCommands.class,
            HistoryCommand.class,
            AuditCommands.class,
            KeysCommands.class
        },
        exitCodeListHeading = "%nExit statuses:%n",
        exitCodeList = {
            "0:done",
            "1:tokenctl itself failed",
            "2:the command line or the settings are wrong",
            "3:the service refused",
            "4:what the command is about does not exist",
            "5:the client may not do this",
            "6:something does not answer",
            "7:done in part",
            "8:a projection differs",
            "9:what staff and operations did is not as it was sealed"
        })
public final class Tokenctl {
    private final Map<String, String> environment;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            defaultValue = "table",
            description = "table or json; table unless told otherwise.")
    private Output.Format format = Output.Format.table;

    @Option(
            names = "--endpoints",
            scope = ScopeType.INHERIT,
            description = "A file of addresses, as a local stack writes it.")
    private @Nullable Path endpoints;

    Tokenctl(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String... arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /** The whole command line, with the settings of this environment. */
    public static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new Tokenctl(environment))
                .registerConverter(Instant.class, Times::parse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, _) -> {
                    CommandLine command = e.getCommandLine();
                    command.getErr().println(e.getMessage());
                    command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
                    return ExitStatus.USAGE.number();
                })
                .setExecutionExceptionHandler((e, command, _) -> {
                    Failure failure = e instanceof Failure known
                            ? known
                            : new Failure(ExitStatus.INTERNAL, "tokenctl failed: " + e);
                    command.getErr().println(failure.sentence());
                    return failure.status().number();
                });
    }

    Output output(PrintWriter out) {
        return new Output(format, out);
    }

    Platform platform() {
        return new Platform(Settings.of(environment, endpoints));
    }
}
