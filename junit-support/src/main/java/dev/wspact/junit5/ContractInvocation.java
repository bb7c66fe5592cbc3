package dev.wspact.junit5;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The test of one interaction of a contract. */
final class ContractInvocation implements TestTemplateInvocationContext, ParameterResolver {
    private final Contract contract;
    private final Interaction interaction;

    ContractInvocation(Contract contract, Interaction interaction) {
        this.contract = new Contract(
                contract.consumer(),
                contract.provider(),
                contract.source(),
                List.of(interaction),
                contract.notes(),
                contract.extras());
        this.interaction = interaction;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        String states =
                interaction.setup().states().stream().map(ProviderState::name).collect(Collectors.joining(" and "));
        return contract.consumer() + " - " + interaction.description() + (states.isEmpty() ? "" : ", given " + states)
                + (interaction.pending() ? " [PENDING]" : "");
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == WebSocketVerificationContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(ExtensionContext.Namespace.create(ContractInvocation.class))
                .getOrComputeIfAbsent(
                        WebSocketVerificationContext.class,
                        type -> new WebSocketVerificationContext(contract, test),
                        WebSocketVerificationContext.class);
    }
}
