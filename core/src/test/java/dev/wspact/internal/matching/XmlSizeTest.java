package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlSizeTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final int MANY = 200_000;

    @Test
    void small_ones_and_what_is_no_xml_weigh_nothing() {
        assertThat(XmlSize.of(new Payload.Text("<a/>"))).isZero();
        assertThat(XmlSize.of(new Payload.Text("x<a/>".repeat(MANY)))).isZero();
        assertThat(XmlSize.of(new Payload.Text(" ".repeat(MANY * 2)))).isZero();
    }

    @Test
    void elements_and_attributes_weigh_more_than_letters() {
        long letters = XmlSize.of(new Payload.Text("<a>" + "x".repeat(4 * MANY) + "</a>"));
        long elements = XmlSize.of(new Payload.Text("<a>" + "<b/>".repeat(MANY) + "</a>"));
        long attributes = XmlSize.of(new Payload.Text("<a>" + "<b c='1'/>".repeat(MANY) + "</a>"));

        assertThat(letters).isBetween(8 * MEBIBYTE, 16 * MEBIBYTE);
        assertThat(elements).isBetween(80 * MEBIBYTE, 120 * MEBIBYTE);
        assertThat(attributes).isGreaterThan(elements + 30 * MEBIBYTE);
    }

    @Test
    void an_end_tag_weighs_no_more_than_its_letters_and_an_equals_sign_in_text_is_a_letter() {
        String pairs = "<a>" + "<b></b>".repeat(MANY) + "</a>";
        String signs = "<a>" + "====".repeat(MANY) + "</a>";

        assertThat(XmlSize.of(new Payload.Text(pairs)))
                .isEqualTo(XmlSize.of(new Payload.Text("<a>" + "<b/>ccc".repeat(MANY) + "</a>")));
        assertThat(XmlSize.of(new Payload.Text(signs)))
                .isEqualTo(XmlSize.of(new Payload.Text("<a>" + "xxxx".repeat(MANY) + "</a>")));
        assertThat(XmlSize.of(new Payload.Text("<a>" + "<b/>".repeat(MANY) + "<")))
                .isPositive();
    }

    @Test
    void bytes_weigh_the_same_and_a_beginning_that_means_nothing_does_not_matter() {
        String text = "\uFEFF \n<a>" + "<b/>".repeat(MANY) + "</a>";

        assertThat(XmlSize.of(Payload.Binary.of(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(XmlSize.of(new Payload.Text(text)))
                .isGreaterThan(80 * MEBIBYTE);
    }
}
