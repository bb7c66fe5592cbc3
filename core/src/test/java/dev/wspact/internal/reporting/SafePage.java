package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads a page as a browser does, and holds that there is nothing on it but what the report itself puts there. */
final class SafePage {
    private static final Set<String> ELEMENTS = Set.of(
            ("html head meta title style body main header section article footer h1 h2 h3 h4 p span strong mark code pre div ul"
                            + " li dl dt dd a table thead tbody tr th td details summary figure figcaption svg g line rect"
                            + " circle path text")
                    .split(" "));
    private static final Set<String> ATTRIBUTES = Set.of(
            ("lang charset http-equiv content name class id href role tabindex scope colspan aria-label aria-hidden viewbox d x y"
                            + " x1 y1 x2 y2 cx cy r width height")
                    .split(" "));

    private SafePage() {}

    static Document check(String page) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document document = Jsoup.parse(page, "", parser);
        assertThat(parser.getErrors()).as("errors of the HTML parser").isEmpty();
        List<String> ids = new ArrayList<>();
        Set<String> strange = new TreeSet<>();
        for (Element element : document.getAllElements()) {
            if (!ELEMENTS.contains(nameOf(element))) {
                strange.add(nameOf(element));
            }
            for (Attribute attribute : element.attributes()) {
                if (!ATTRIBUTES.contains(attribute.getKey().toLowerCase(Locale.ROOT))) {
                    strange.add(attribute.getKey());
                }
            }
            if (element.hasAttr("id")) {
                ids.add(element.id());
            }
        }
        assertThat(strange).as("elements and attributes that no report has").isEmpty();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(document.select("[href]").eachAttr("href"))
                .as("links")
                .isSubsetOf(ids.stream().map(id -> "#" + id).collect(Collectors.toSet()));
        assertThat(document.select("style")).hasSize(1);
        assertThat(page.codePoints()
                        .filter(point -> point != '\n' && isDangerous(point))
                        .boxed()
                        .toList())
                .as("characters that control, reorder or are none")
                .isEmpty();
        return document;
    }

    private static String nameOf(Element element) {
        return element instanceof Document ? "html" : element.normalName();
    }

    private static boolean isDangerous(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
