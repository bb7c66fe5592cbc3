package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wspact.verification.Limits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitOptionsTest {
    @Test
    void sets_every_limit_and_leaves_the_others() {
        Limits limits = limits(
                "handshakeTime=1s",
                "handshakeBytes = 2KiB",
                " idleTime=PT3S",
                "messageBytes=4",
                "inflatedBytes=5b",
                "fragmentsPerMessage=6",
                "controlFramesPerSecond=7",
                "transcriptMessages=8",
                "transcriptBytes=9KiB",
                "transcriptFrames=10");

        assertThat(limits.handshakeTime()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.handshakeBytes()).isEqualTo(2048);
        assertThat(limits.idleTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(limits.messageBytes()).isEqualTo(4);
        assertThat(limits.inflatedBytes()).isEqualTo(5);
        assertThat(limits.fragmentsPerMessage()).isEqualTo(6);
        assertThat(limits.controlFramesPerSecond()).isEqualTo(7);
        assertThat(limits.transcriptMessages()).isEqualTo(8);
        assertThat(limits.transcriptBytes()).isEqualTo(9216);
        assertThat(limits.transcriptFrames()).isEqualTo(10);
        assertThat(limits("idleTime=1s").messageBytes()).isEqualTo(Limits.DEFAULT.messageBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "idletime=1s, '\"idletime=1s\", which is no limit. Write name=value'",
        "idleTime, '\"idleTime\", which is no limit. Write name=value'",
        "idleTime=soon, '\"soon\", which is not a duration'",
        "messageBytes=many, '\"many\", which is not a size'",
        "transcriptFrames=many, '\"many\", which is no number'"
    })
    void explains_what_is_no_limit(String text, String problem) {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> limits(text))
                .withMessageStartingWith("wspact.limits ")
                .withMessageContaining(problem);
    }

    @Test
    void leaves_it_to_the_limits_to_reject_what_nothing_could_keep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits("fragmentsPerMessage=0"))
                .withMessage("fragmentsPerMessage must be positive, but was 0");
    }

    private static Limits limits(String... texts) {
        Limits.Builder limits = Limits.builder();
        LimitOptions.apply(List.of(texts), limits);
        return limits.build();
    }
}
