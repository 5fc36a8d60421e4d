package org.mobiletoken.lockout;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.mobiletoken.lockout.etoken.PskcBatch;
import org.mobiletoken.lockout.etoken.PskcRefused;

/** {@code load-e-tokens FILE}: loads a batch and says how many e-tokens are new; 0 when loaded, 1 when refused, 2 when called wrongly. */
public class LoadETokensCommand implements QuarkusApplication {

    static final String NAME = "load-e-tokens";

    private static final int LOADED = 0;
    private static final int REFUSED = 1;
    private static final int CALLED_WRONGLY = 2;

    private final LoadETokens loadETokens;
    private final LockoutSettings settings;
    private final PrintStream output;

    @Inject
    LoadETokensCommand(LoadETokens loadETokens, LockoutSettings settings) {
        this(loadETokens, settings, System.out);
    }

    LoadETokensCommand(LoadETokens loadETokens, LockoutSettings settings, PrintStream output) {
        this.loadETokens = loadETokens;
        this.settings = settings;
        this.output = output;
    }

    @Override
    public int run(String... arguments) {
        if (arguments.length != 2 || !arguments[0].equals(NAME)) {
            output.println("Usage: load-e-tokens FILE");
            return CALLED_WRONGLY;
        }
        try (var file = Files.newInputStream(Path.of(arguments[1]))) {
            return load(file);
        } catch (IOException e) {
            output.println("The file " + arguments[1] + " cannot be read.");
        } catch (PskcRefused refusal) {
            output.println("Nothing was loaded. " + refusal.getMessage());
        } catch (GeneralSecurityException e) {
            output.println("Nothing was loaded. The keyset in use does not open a seed that is there already.");
        }
        return REFUSED;
    }

    private int load(InputStream file) throws IOException, PskcRefused, GeneralSecurityException {
        var loaded = loadETokens.load(PskcBatch.read(file, preSharedKey()));
        output.printf("%d e-tokens loaded, %d were there already.%n", loaded.added(), loaded.present());
        return LOADED;
    }

    private byte[] preSharedKey() throws PskcRefused {
        try {
            return HexFormat.of()
                    .parseHex(settings.eToken()
                            .preSharedKey()
                            .orElseThrow(() -> new PskcRefused(
                                    "MOBILE_TOKEN_LOCKOUT_E_TOKEN_PRE_SHARED_KEY does not hold the batch's key.")));
        } catch (IllegalArgumentException e) {
            throw new PskcRefused("MOBILE_TOKEN_LOCKOUT_E_TOKEN_PRE_SHARED_KEY is not hexadecimal.");
        }
    }
}
