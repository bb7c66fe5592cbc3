package dev.wspact.example.providerstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class ProviderStateControllerTest {
    private final List<String> calls = new ArrayList<>();
    private final ProviderStateController controller = new ProviderStateController(List.of(new Recorded()));

    @Test
    void sets_up_a_state_with_its_parameters() {
        controller.change(new StateChange("recorded", Map.of("topic", "news"), "setup"));
        controller.change(new StateChange("recorded", null, null));

        assertThat(calls).containsExactly("set up {topic=news}", "set up {}");
    }

    @Test
    void tears_down_a_state() {
        controller.change(new StateChange("recorded", Map.of(), "teardown"));

        assertThat(calls).containsExactly("tear down");
    }

    @Test
    void names_the_states_that_there_are_when_it_knows_none_of_that_name() {
        assertThatThrownBy(() -> controller.change(new StateChange("recordet", Map.of(), "setup")))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("No state \"recordet\"; there are [recorded]");
        assertThat(calls).isEmpty();
    }

    private final class Recorded implements ProviderState {
        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public void setUp(Map<String, Object> parameters) {
            calls.add("set up " + parameters);
        }

        @Override
        public void tearDown() {
            calls.add("tear down");
        }
    }
}
