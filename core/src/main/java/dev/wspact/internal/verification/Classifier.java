package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wspact.internal.matching.Difference;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which interactions a message is meant for, and lets them judge it. The discriminator leads there through an
 * index, so that the cost of a message does not grow with the number of interactions that have one: neither of a message
 * that is claimed, nor of one that nobody claims, nor of one that cannot be read. It does grow with the number of those
 * without a discriminator that still wait for a message, since each of them must compare it, and, by a look at one field,
 * with the number of requests that wait for their responses.
 */
final class Classifier {
    private final List<JsonPointer> labels;
    private final Map<JsonPointer, Map<JsonText, List<PushWatch>>> index;
    private final List<PushWatch> open;
    private final List<PushWatch> labeled;
    private final List<ExchangeWatch> exchanges;
    private final boolean onlyJson;
    private final boolean readsXml;
    private final Unreadable unreadable;
    private final SharedClaims shared = new SharedClaims();

    Classifier(List<PushWatch> pushes, List<ExchangeWatch> exchanges, List<String> namedDiscriminators) {
        List<Candidate> candidates = new ArrayList<>();
        pushes.forEach(push -> candidates.add(push.candidate()));
        exchanges.stream()
                .flatMap(exchange -> exchange.responses().stream())
                .distinct()
                .forEach(candidates::add);
        this.labels = DiscriminatorChoice.labels(DiscriminatorChoice.choose(candidates, namedDiscriminators));
        this.index = DiscriminatorChoice.index(pushes);
        this.open = pushes.stream()
                .filter(push -> push.candidate().discriminator() == null)
                .toList();
        this.labeled = pushes.stream()
                .filter(push -> push.candidate().discriminator() != null)
                .toList();
        this.exchanges = List.copyOf(exchanges);
        this.onlyJson = isOnlyJson(candidates);
        this.readsXml = candidates.stream()
                .anyMatch(candidate -> candidate.expected().contents().isXml());
        this.unreadable = new Unreadable(candidates);
    }

    /** Whether a message may be read as XML. */
    boolean readsXml() {
        return readsXml;
    }

    /** Whether JSON is expected, and no other text. */
    private static boolean isOnlyJson(List<Candidate> candidates) {
        return candidates.stream().anyMatch(Candidate::expectsJson)
                && candidates.stream()
                        .allMatch(candidate ->
                                candidate.expectsJson() || candidate.expected().effectiveFrame() == FrameType.BINARY);
    }

    /** The message's type in a word, for counting. */
    String typeOf(Incoming message) {
        boolean json = message.payload().jsonOrNull() != null;
        if (json) {
            for (JsonPointer label : labels) {
                JsonText value = message.valueAt(label);
                if (value != null) {
                    return Words.shortened(unquoted(value.value()));
                }
            }
        }
        if (message.captured().payload().frameType() == FrameType.BINARY) {
            return "binary";
        }
        return json || !onlyJson ? "text" : "not JSON";
    }

    private static String unquoted(String json) {
        return json.length() > 1 && json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    /**
     * Lets everyone judge the message whom it is meant for; false if nobody claims it.
     *
     * @param awaited whether a send step waits for it, so that it is no wonder if nobody claims it
     */
    boolean judge(Incoming message, boolean awaited) {
        for (ExchangeWatch exchange : exchanges) {
            if (exchange.inFlight() && exchange.isAnsweredBy(message)) {
                List<Difference> differences = exchange.compare(message);
                if (differences != null) {
                    exchange.claim(message, differences);
                }
                return true;
            }
        }
        return judgeUncorrelated(message, awaited);
    }

    private boolean judgeUncorrelated(Incoming message, boolean awaited) {
        ExchangeWatch exchange = awaitingByPosition(message);
        List<Difference> fromResponse = exchange == null ? null : exchange.compare(message);
        if (exchange != null && fromResponse != null && fromResponse.isEmpty()) {
            exchange.claim(message, fromResponse);
            return true;
        }
        Trial trial = new Trial(message);
        List<PushWatch> meant = meantBy(message);
        meant.forEach(trial::compare);
        boolean nobodyYet = trial.satisfied.isEmpty();
        open.stream().filter(push -> nobodyYet || wants(push)).forEach(trial::compare);
        if (!trial.satisfied.isEmpty()) {
            claim(trial.satisfied, message);
            if (nobodyYet && !anyVouches(trial.satisfied, meant, message)) {
                blameClosest(meant, trial);
            }
            return true;
        }
        if (exchange != null && fromResponse != null && exchange.next().isMeantBy(message)) {
            exchange.claim(message, fromResponse);
            return true;
        }
        if (!meant.isEmpty()) {
            blameClosest(meant, trial);
            return true;
        }
        if (awaited) {
            return false;
        }
        boolean readable = message.payload().jsonOrNull() != null;
        if (!readable) {
            Unreadable.Judged judged = unreadable.add(message);
            exchanges.stream().filter(ExchangeWatch::inFlight).forEach(awaiting -> awaiting.consider(judged));
        }
        if (exchange != null && fromResponse != null && considers(exchange, !readable)) {
            exchange.consider(message, fromResponse);
        }
        trial.broken.forEach((push, differences) -> push.consider(message, differences));
        return false;
    }

    /** Nothing more comes: what says nothing of whom it was meant for is told to all that still miss something. */
    void finish() {
        labeled.stream()
                .filter(push -> !push.satisfied() && !push.findings().isNotCheckable())
                .forEach(unreadable::tell);
    }

    /** A response without a discriminator may be any message; what is no JSON has been considered already. */
    private static boolean considers(ExchangeWatch exchange, boolean unreadable) {
        Candidate next = exchange.next();
        return next.discriminator() == null && !(unreadable && next.expectsJson());
    }

    /**
     * The request in flight that the message may answer by its position. We send one at a time; the client of a recording may
     * send several, and then the first counts for which the message is meant.
     */
    private @Nullable ExchangeWatch awaitingByPosition(Incoming message) {
        ExchangeWatch first = null;
        for (ExchangeWatch exchange : exchanges) {
            if (exchange.inFlight() && exchange.correlation() == null) {
                if (first != null
                        && exchange.next().isMeantBy(message)
                        && !first.next().isMeantBy(message)) {
                    return exchange;
                }
                first = first == null ? exchange : first;
            }
        }
        return first;
    }

    private List<PushWatch> meantBy(Incoming message) {
        if (index.isEmpty() || message.payload().jsonOrNull() == null) {
            return List.of();
        }
        Set<PushWatch> meant = null;
        List<PushWatch> only = List.of();
        for (Map.Entry<JsonPointer, Map<JsonText, List<PushWatch>>> field : index.entrySet()) {
            JsonText value = message.valueAt(field.getKey());
            List<PushWatch> found = value == null ? List.of() : field.getValue().getOrDefault(value, List.of());
            if (!found.isEmpty() && only.isEmpty()) {
                only = found;
            } else if (!found.isEmpty()) {
                meant = meant == null ? new LinkedHashSet<>(only) : meant;
                meant.addAll(found);
            }
        }
        return meant == null ? only : List.copyOf(meant);
    }

    /**
     * Whether one of those without a discriminator that a message satisfies is about such messages too, by its example. One
     * that fits any message must not hide that a message breaks the interaction it is meant for.
     */
    private static boolean anyVouches(List<PushWatch> satisfied, List<PushWatch> meant, Incoming message) {
        return satisfied.stream().anyMatch(push -> meant.stream()
                .flatMap(other -> Stream.ofNullable(other.candidate().discriminator()))
                .anyMatch(discriminator -> push.candidate().resembles(message, discriminator.field())));
    }

    private static boolean wants(PushWatch push) {
        return !push.satisfied() || push.listensOn();
    }

    private void claim(List<PushWatch> satisfied, Incoming message) {
        List<PushWatch> inTime = satisfied.stream()
                .filter(push -> push.inTime(message.sighting()))
                .toList();
        boolean alone = inTime.size() < 2;
        satisfied.forEach(push -> push.claimMatching(message, alone));
        if (alone) {
            inTime.forEach(shared::release);
        } else {
            shared.add(inTime);
        }
    }

    private static void blameClosest(List<PushWatch> meant, Trial trial) {
        PushWatch closest = null;
        for (PushWatch push : meant) {
            if (trial.broken.containsKey(push) && (closest == null || trial.closer(push, closest))) {
                closest = push;
            }
        }
        if (closest != null) {
            closest.claimBroken(trial.message, trial.differences(closest));
        } else if (!meant.isEmpty()) {
            trial.message.fate().notJudged();
        }
    }

    /** One message compared with several expected ones. */
    private static final class Trial {
        private final Incoming message;
        private final List<PushWatch> satisfied = new ArrayList<>();
        private final Map<PushWatch, List<Difference>> broken = new LinkedHashMap<>();

        Trial(Incoming message) {
            this.message = message;
        }

        void compare(PushWatch push) {
            List<Difference> differences = push.findings().isNotCheckable() ? null : push.compare(message);
            if (differences == null) {
                return;
            }
            if (differences.isEmpty()) {
                satisfied.add(push);
            } else {
                broken.put(push, differences);
            }
        }

        List<Difference> differences(PushWatch push) {
            return broken.getOrDefault(push, List.of());
        }

        boolean closer(PushWatch one, PushWatch other) {
            int strangeness = Integer.compare(
                    one.candidate().strangeness(message), other.candidate().strangeness(message));
            int differences = strangeness != 0
                    ? strangeness
                    : Integer.compare(
                            differences(one).size(), differences(other).size());
            return differences < 0 || (differences == 0 && !one.satisfied() && other.satisfied());
        }
    }
}
