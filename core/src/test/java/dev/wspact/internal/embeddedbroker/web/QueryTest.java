package dev.wspact.internal.embeddedbroker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void an_element_ends_where_a_name_comes_again() {
        assertThat(Query.parse("q[][pacticipant]=a&q[][version]=1&q[][pacticipant]=b&q[][latest]=true")
                        .elements("q"))
                .containsExactly(
                        Map.of("pacticipant", "a", "version", "1"), Map.of("pacticipant", "b", "latest", "true"));
    }

    @Test
    void other_names_may_stand_between_the_members_of_an_element() {
        Query query = Query.parse("q[][pacticipant]=a&latestby=cvp&q[][version]=1&environment=e");
        assertThat(query.elements("q")).containsExactly(Map.of("pacticipant", "a", "version", "1"));
        assertThat(query.get("latestby")).contains("cvp");
    }

    @Test
    void brackets_may_be_escaped_and_empty_values_are_none() {
        Query query = Query.parse("q%5B%5D%5Bpacticipant%5D=a%20b+c&q[][version]=&x=&ignore[]=one&ignore[]=two&&flag");
        assertThat(query.elements("q")).containsExactly(Map.of("pacticipant", "a b c"));
        assertThat(query.get("x")).isEmpty();
        assertThat(query.has("x")).isTrue();
        assertThat(query.has("flag")).isTrue();
        assertThat(query.all("ignore")).containsExactly("one", "two");
    }

    @Test
    void nothing_is_nothing() {
        assertThat(Query.parse("").elements("q")).isEmpty();
    }

    @Test
    void a_broken_escape_is_the_fault_of_the_client() {
        assertThatThrownBy(() -> Query.parse("x=%zz")).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(
                        e.answer().status())
                .isEqualTo(400));
    }

    @Test
    void everything_but_unreserved_characters_is_escaped_in_a_path() {
        assertThat(new Urls("http://h").of("a/b", "c d*e~f", "ü")).isEqualTo("http://h/a%2Fb/c%20d%2Ae~f/%C3%BC");
    }
}
