package org.mobiletoken.tokenctl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with what it shares with the others: where the platform is, and how to print. */
abstract class Operation implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Does it. */
    abstract ExitStatus run(Platform platform, Output output);

    @Override
    public final Integer call() {
        Tokenctl tokenctl = (Tokenctl) spec.root().userObject();
        return run(tokenctl.platform(), tokenctl.output(spec.commandLine().getOut()))
                .number();
    }

    /** Where warnings and progress go, apart from results. */
    final void warn(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }
}
