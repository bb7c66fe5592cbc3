package dev.wspact.junit5.planted;

import org.assertj.core.api.Assertions;

final class UsesALibrary {
    void use() {
        Assertions.assertThat(true).isTrue();
    }
}
