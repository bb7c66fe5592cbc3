package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Interaction;
import org.junit.jupiter.api.Test;

class ContractMergeTest {
    private static String push(String description, String content) {
        return "{\"type\":\"Asynchronous/Messages\",\"description\":\"" + description + "\",\"contents\":{\"content\":"
                + content + ",\"contentType\":\"application/json\",\"encoded\":false}}";
    }

    private static Contract contract(String source, String... interactions) {
        return ContractFiles.parsePact(Pacts.v4(interactions), source);
    }

    @Test
    void holds_the_interactions_of_both() {
        Contract merged = ContractMerge.merge(
                contract("one", push("a", "1"), push("b", "2")), contract("two", push("c", "3"), push("a", "1.0")));
        assertThat(merged.interactions()).extracting(Interaction::description).containsExactly("a", "b", "c");
        assertThat(merged.source()).isEqualTo("one");
    }

    @Test
    void shows_where_two_of_one_name_differ() {
        Contract one = contract("one", push("a", "{\"id\":1,\"tags\":[\"x\",\"y\"],\"a/b\":true}"));
        Contract two = contract("two", push("a", "{\"id\":2,\"tags\":[\"x\",\"z\"]}"));
        assertThatThrownBy(() -> ContractMerge.merge(one, two))
                .isInstanceOf(ContractFormatException.class)
                .hasMessageContaining("two")
                .hasMessageContaining("the interaction \"a\" with the same provider states is another one at one")
                .hasMessageContaining("/contents/content/a~1b is true there and absent here,"
                        + " /contents/content/id is 1 there and 2 here,"
                        + " /contents/content/tags/1 is \"y\" there and \"z\" here")
                .hasMessageContaining("Give one of them another description");
    }

    @Test
    void shows_the_first_of_many_differences() {
        Contract one = contract("one", push("a", "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1}"));
        Contract two = contract("two", push("a", "{\"a\":2,\"b\":2,\"c\":2,\"d\":2,\"e\":2,\"f\":2,\"g\":2}"));
        assertThatThrownBy(() -> ContractMerge.merge(one, two))
                .hasMessageContaining("/contents/content/e is 1 there and 2 here, and 2 more")
                .hasMessageNotContaining("/contents/content/f");
    }

    @Test
    void a_key_does_not_make_two_different() {
        Contract one = contract("one", push("a", "1").replace("\"description\"", "\"key\":\"k1\",\"description\""));
        Contract two = contract("two", push("a", "1").replace("\"description\"", "\"key\":\"k2\",\"description\""));
        assertThat(ContractMerge.merge(one, two).interactions())
                .singleElement()
                .extracting(Interaction::key)
                .isEqualTo("k1");
    }

    @Test
    void what_can_be_compared_is_compared_although_it_cannot_be_written() {
        Contract one = contract("one", push("a", "1e400"));
        Contract two = contract("two", push("a", "2e400"));
        assertThat(ContractMerge.merge(one, contract("again", push("a", "1e400")))
                        .interactions())
                .hasSize(1);
        assertThatThrownBy(() -> ContractMerge.merge(one, two)).hasMessageContaining("/contents/content is");
    }

    @Test
    void contracts_of_others_are_no_part_of_it() {
        Contract other = contract("one", push("a", "1"));
        Contract renamed = new Contract(
                other.consumer(), "another", other.source(), other.interactions(), other.notes(), other.extras());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractMerge.merge(other, renamed))
                .withMessageContaining("with another is no part of one of");
    }
}
