package dev.wspact.example.providerstate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What Pact's verifiers call to set up a provider state and to tear it down. */
@RestController
@Profile("provider-states")
class ProviderStateController {
    private final Map<String, ProviderState> states;

    ProviderStateController(List<ProviderState> states) {
        this.states = states.stream()
                .collect(Collectors.toMap(ProviderState::name, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    @PostMapping("/provider-states")
    Map<String, Object> change(@RequestBody StateChange change) {
        ProviderState state = states.get(change.state());
        if (state == null) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No state \"" + change.state() + "\"; there are " + states.keySet());
        }
        if (change.tearsDown()) {
            state.tearDown();
        } else {
            state.setUp(change.params());
        }
        return Map.of();
    }
}
