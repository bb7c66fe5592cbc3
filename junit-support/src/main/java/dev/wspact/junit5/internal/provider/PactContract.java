package dev.wspact.junit5.internal.provider;

import au.com.dius.pact.core.model.FileSource;
import au.com.dius.pact.core.model.FilteredPact;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.UrlPactSource;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.Json;
import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns one interaction of pact-jvm's into a contract of that interaction alone. */
public final class PactContract {
    private final Pact pact;
    private final Interaction interaction;

    private PactContract(Pact pact, Interaction interaction) {
        this.pact = pact instanceof FilteredPact filtered ? filtered.getPact() : pact;
        this.interaction = interaction;
    }

    /**
     * The contract. Read from the pact's file where there is one, so that texts name its lines; or else from what
     * pact-jvm made of it, and texts name the pact's URL and the place in it.
     *
     * @throws dev.wspact.contract.ContractFormatException if it cannot be understood
     */
    public static Contract of(Pact pact, Interaction interaction) {
        return new PactContract(pact, interaction).read();
    }

    private Contract read() {
        if (pact.getSource() instanceof FileSource source) {
            for (Contract contract : ContractFiles.read(shown(source.getFile().toPath()))) {
                List<dev.wspact.contract.Interaction> sameNames = contract.interactions().stream()
                        .filter(candidate -> names(candidate).equals(names(interaction)))
                        .toList();
                if (numberAmongSameNames() < sameNames.size()) {
                    return withOnly(contract, sameNames.get(numberAmongSameNames()));
                }
            }
        }
        return fromText();
    }

    /** How many before it differ in no more than the parameters of their states: files keep their order. */
    private int numberAmongSameNames() {
        return (int) pact.getInteractions().stream()
                .takeWhile(other -> other != interaction)
                .filter(other -> names(other).equals(names(interaction)))
                .count();
    }

    private Contract fromText() {
        String source = source(pact.getSource());
        V4Pact alone = new V4Pact(
                pact.getConsumer(),
                pact.getProvider(),
                List.of(interaction.asV4Interaction()),
                Map.of(),
                pact.getSource());
        String text = Json.toJson(alone.toMap(PactSpecVersion.V4)).serialise();
        Contract contract = ContractFiles.parsePact(text, source);
        return withOnly(contract, Relocation.to(index(), contract.interactions().get(0)));
    }

    private int index() {
        List<Interaction> all = pact.getInteractions();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == interaction) {
                return i;
            }
        }
        return all.indexOf(interaction);
    }

    private static List<String> names(dev.wspact.contract.Interaction interaction) {
        return Stream.concat(
                        Stream.of(interaction.description()),
                        interaction.setup().states().stream().map(dev.wspact.contract.ProviderState::name))
                .toList();
    }

    private static List<String> names(Interaction interaction) {
        return Stream.concat(
                        Stream.of(interaction.getDescription()),
                        interaction.getProviderStates().stream().map(state -> String.valueOf(state.getName())))
                .toList();
    }

    private static Contract withOnly(Contract contract, dev.wspact.contract.Interaction interaction) {
        return new Contract(
                contract.consumer(),
                contract.provider(),
                contract.source(),
                List.of(interaction),
                contract.notes(),
                contract.extras());
    }

    private static String source(PactSource source) {
        return source instanceof UrlPactSource url ? url.getUrl() : source.description();
    }

    /** As a user would write it: below the working directory, if it is there. */
    private static Path shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
