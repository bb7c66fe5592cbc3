package dev.wspact.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void a_changed_copy_keeps_the_other_limits_and_the_original() {
        Limits limits =
                Limits.builder().messageBytes(7).idleTime(Duration.ofSeconds(2)).build();
        Limits changed = limits.toBuilder().messageBytes(8).build();

        assertThat(changed.messageBytes()).isEqualTo(8);
        assertThat(changed.idleTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(changed.transcriptFrames()).isEqualTo(Limits.DEFAULT.transcriptFrames());
        assertThat(limits.messageBytes()).isEqualTo(7);
    }

    @Test
    void a_builder_that_is_used_again_does_not_change_what_it_has_built() {
        Limits.Builder builder = Limits.builder().messageBytes(7);
        Limits limits = builder.build();
        builder.messageBytes(8);

        assertThat(limits.messageBytes()).isEqualTo(7);
    }

    @Test
    void limits_that_nothing_could_keep_are_rejected() {
        List<UnaryOperator<Limits.Builder>> slips = List.of(
                limits -> limits.handshakeTime(Duration.ZERO),
                limits -> limits.handshakeBytes(0),
                limits -> limits.idleTime(Duration.ofMillis(-1)),
                limits -> limits.messageBytes(0),
                limits -> limits.inflatedBytes(-1),
                limits -> limits.fragmentsPerMessage(0),
                limits -> limits.controlFramesPerSecond(0),
                limits -> limits.transcriptMessages(0),
                limits -> limits.transcriptBytes(0),
                limits -> limits.transcriptFrames(0));

        assertThat(slips).allSatisfy(slip -> assertThatIllegalArgumentException()
                .isThrownBy(() -> slip.apply(Limits.builder()))
                .withMessageContaining(" must "));
    }
}
