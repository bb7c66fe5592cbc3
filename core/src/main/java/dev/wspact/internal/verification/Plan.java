package dev.wspact.internal.verification;

import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which interactions share a connection: those whose setups are equal, unless one of them ends it. */
final class Plan {
    private Plan() {}

    /** The groups in the order of their first interactions. */
    static List<Group> of(List<Task> tasks, @Nullable Pattern triggerStates) {
        Map<Object, List<Task>> groups = new LinkedHashMap<>();
        for (Task task : tasks) {
            Object key = task.sharesItsConnection() ? task.interaction().setup() : task;
            groups.computeIfAbsent(key, first -> new ArrayList<>()).add(task);
        }
        return groups.values().stream()
                .map(members -> Group.of(members, triggerStates))
                .toList();
    }

    /**
     * Interactions that share a connection.
     *
     * @param tasks the interactions, at least one
     * @param before states that are set up before the connection is opened
     * @param triggers states that are set up after opening and sending
     */
    record Group(List<Task> tasks, List<ProviderState> before, List<ProviderState> triggers) {
        private static Group of(List<Task> tasks, @Nullable Pattern triggerStates) {
            Setup setup = tasks.get(0).interaction().setup();
            List<ProviderState> before = new ArrayList<>();
            List<ProviderState> triggers = new ArrayList<>();
            for (ProviderState state : setup.states()) {
                (isTrigger(state, setup, triggerStates) ? triggers : before).add(state);
            }
            return new Group(List.copyOf(tasks), List.copyOf(before), List.copyOf(triggers));
        }

        private static boolean isTrigger(ProviderState state, Setup setup, @Nullable Pattern triggerStates) {
            return setup.trigger().isEmpty()
                    ? triggerStates != null
                            && triggerStates.matcher(state.name()).matches()
                    : setup.trigger().contains(state.name());
        }

        Setup setup() {
            return tasks.get(0).interaction().setup();
        }

        List<Interaction> interactions() {
            return tasks.stream().map(Task::interaction).toList();
        }

        List<Watch> watches() {
            List<Watch> watches = new ArrayList<>();
            for (Task task : tasks) {
                if (task.watch() != null) {
                    watches.add(task.watch());
                }
            }
            return watches;
        }
    }
}
