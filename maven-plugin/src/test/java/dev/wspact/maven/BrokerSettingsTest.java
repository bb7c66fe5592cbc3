package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokerSettingsTest {
    private final Properties user = new Properties();
    private final Properties system = new Properties();
    private final List<String> told = new ArrayList<>();
    private final BrokerSettings settings =
            new BrokerSettings(new PactNames(user, new Properties(), system), told::add);

    @ParameterizedTest
    @EnumSource
    void every_name_of_every_setting_is_asked(BrokerSetting setting) {
        assertThat(setting.others()).isNotEmpty();
        for (String name : setting.others()) {
            boolean variable = name.equals(name.toUpperCase(Locale.ROOT));
            Properties where = variable ? system : user;
            String key = variable ? "env." + name : name;
            where.setProperty(key, "of " + name);
            assertThat(settings.find(setting, null)).isEqualTo("of " + name);
            where.remove(key);
        }
        assertThat(settings.find(setting, null)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void the_parameter_goes_before_every_other_name_and_a_blank_one_is_none(BrokerSetting setting) {
        for (String name : setting.others()) {
            user.setProperty(name, "other");
        }
        assertThat(settings.find(setting, " own ")).isEqualTo("own");
        assertThat(settings.find(setting, " ")).isEqualTo("other");
    }

    @ParameterizedTest
    @EnumSource
    void which_name_it_was_is_told_and_a_secret_is_not(BrokerSetting setting) {
        user.setProperty(setting.others()[0], "the-value");
        settings.find(setting, null);

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains(setting.others()[0]);
        assertThat(told.get(0).contains("the-value")).isEqualTo(!setting.secret());
    }

    @ParameterizedTest
    @EnumSource
    void every_setting_stands_in_the_table_of_the_docs(BrokerSetting setting) throws Exception {
        String page = Files.readString(Path.of("../docs/broker.md"));

        for (String name : setting.others()) {
            assertThat(page).contains("`" + name + "`");
        }
    }

    @Test
    void lists_and_flags_are_read_wherever_they_come_from() {
        assertThat(settings.list(BrokerSetting.CONSUMER_TAGS, List.of("a", "b")))
                .containsExactly("a", "b");
        user.setProperty("pact.consumer.tags", "c, d,");
        assertThat(settings.list(BrokerSetting.CONSUMER_TAGS, List.of())).containsExactly("c", "d");
        assertThat(settings.isSet(BrokerSetting.INSECURE_TLS, false)).isFalse();
        assertThat(settings.isSet(BrokerSetting.INSECURE_TLS, true)).isTrue();
        system.setProperty("env.SSL_SKIP_VERIFICATION", "1");
        assertThat(settings.isSet(BrokerSetting.INSECURE_TLS, false)).isTrue();
    }
}
