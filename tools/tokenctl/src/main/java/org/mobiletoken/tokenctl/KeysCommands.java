package org.mobiletoken.tokenctl;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the keys that the services are given, and the steps of their rotation; it stores nothing and asks nobody. */
@Command(
        name = "keys",
        description = "Makes keys and keysets for the services' secrets, and rotates them.",
        subcommands = {
            KeysCommands.Jwk.class,
            KeysCommands.PublicHalf.class,
            KeysCommands.NewKeyset.class,
            KeysCommands.AddKey.class,
            KeysCommands.PromoteKey.class,
            KeysCommands.RetireKeys.class
        })
final class KeysCommands {
    private KeysCommands() {}

    /** A key that signs, seals or is encrypted to. */
    @Command(name = "jwk", description = "Prints a new private P-256 JWK.")
    static final class Jwk extends Printing {
        @Option(names = "--id", required = true, description = "Its id, unlike that of any other.")
        @SuppressWarnings("NullAway.Init") // required
        private String id;

        @Override
        String made() throws JOSEException {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
        }
    }

    /** What is left of a key that only checks. */
    @Command(name = "public", description = "Prints the public half of the JWK in a file.")
    static final class PublicHalf extends Printing {
        @Parameters(paramLabel = "FILE")
        @SuppressWarnings("NullAway.Init") // required
        private Path file;

        @Override
        String made() throws IOException, ParseException {
            return ECKey.parse(Files.readString(file)).toPublicJWK().toJSONString();
        }
    }

    /** A keyset of one key. */
    @Command(name = "keyset-new", description = "Prints a new keyset of one AES-256-GCM key.")
    static final class NewKeyset extends Printing {
        @Override
        String made() throws GeneralSecurityException {
            AeadConfig.register();
            return text(
                    KeysetHandle.newBuilder().addEntry(fresh().makePrimary()).build());
        }
    }

    /** The first step of a rotation. */
    @Command(
            name = "keyset-add",
            description = "Prints the keyset in a file with a new key beside, which opens and does not yet encrypt.")
    static final class AddKey extends OfKeyset {
        @Override
        String made(KeysetHandle keyset) throws GeneralSecurityException {
            return text(KeysetHandle.newBuilder(keyset).addEntry(fresh()).build());
        }
    }

    /** The second step. */
    @Command(
            name = "keyset-promote",
            description = "Prints the keyset in a file with its newest key encrypting from now on.")
    static final class PromoteKey extends OfKeyset {
        @Override
        String made(KeysetHandle keyset) throws GeneralSecurityException {
            KeysetHandle.Builder changed = KeysetHandle.newBuilder(keyset);
            changed.getAt(changed.size() - 1).makePrimary();
            return text(changed.build());
        }
    }

    /** The last step. */
    @Command(
            name = "keyset-retire",
            description = "Prints the keyset in a file without the keys that no longer encrypt.")
    static final class RetireKeys extends OfKeyset {
        @Override
        String made(KeysetHandle keyset) throws GeneralSecurityException {
            KeysetHandle.Builder changed = KeysetHandle.newBuilder(keyset);
            for (int i = changed.size() - 1; i >= 0; i--) {
                if (!keyset.getAt(i).isPrimary()) {
                    changed.deleteAt(i);
                }
            }
            return text(changed.build());
        }
    }

    /** Prints one line: what it made. */
    abstract static class Printing extends Operation {
        abstract String made() throws JOSEException, IOException, ParseException, GeneralSecurityException;

        @Override
        final ExitStatus run(Platform platform, Output output) {
            try {
                output.line(made());
                return ExitStatus.DONE;
            } catch (IOException e) {
                throw new Failure(ExitStatus.USAGE, "The file cannot be read. Check its name.");
            } catch (JOSEException | ParseException | GeneralSecurityException e) {
                // The cause is left out: it may quote the key.
                throw new Failure(ExitStatus.USAGE, "The file holds no key of this kind.");
            }
        }
    }

    /** Prints what becomes of the keyset in a file. */
    abstract static class OfKeyset extends Printing {
        @Parameters(paramLabel = "FILE")
        @SuppressWarnings("NullAway.Init") // required
        private Path file;

        abstract String made(KeysetHandle keyset) throws GeneralSecurityException;

        @Override
        final String made() throws IOException, GeneralSecurityException {
            AeadConfig.register();
            return made(TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get()));
        }
    }

    private static KeysetHandle.Builder.Entry fresh() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .setStatus(KeyStatus.ENABLED);
    }

    private static String text(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }
}
