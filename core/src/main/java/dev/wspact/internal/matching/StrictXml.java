package dev.wspact.internal.matching;

import dev.wspact.message.Payload;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML from a server that is not trusted: no document type declaration, so that no entity grows or is fetched, and
 * bounded depth. pact-jvm's own reader has neither limit.
 */
final class StrictXml {
    private static final int MAX_DEPTH = 500;

    private StrictXml() {}

    static Document read(Payload payload) throws MalformedXmlException {
        try {
            DocumentBuilder builder = builder();
            return builder.parse(new InputSource(new StringReader(text(payload))));
        } catch (SAXParseException e) {
            throw new MalformedXmlException(
                    problem(e) + " (line " + e.getLineNumber() + ", column " + e.getColumnNumber() + ")", e);
        } catch (SAXException | IOException e) {
            throw new MalformedXmlException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The parser's words, but for the limit on depth, whose name differs from JDK to JDK. */
    private static String problem(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("maxElementDepth") ? "elements nested deeper than " + MAX_DEPTH + " levels" : message;
    }

    /** The text of a payload; bytes are UTF-8, what is not is replaced. */
    static String text(Payload payload) {
        return payload instanceof Payload.Text text
                ? text.value()
                : new String(payload.toBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Shows every text that a rule might be applied to: of elements, with and without their children's, and of attributes.
     * None is kept, since those of nested elements hold the same letters again and again.
     */
    static void visitValues(Document document, Visitor visitor) throws UnjudgeableException {
        visit(document.getDocumentElement(), visitor);
    }

    private static void visit(Node node, Visitor visitor) throws UnjudgeableException {
        visitor.value(node.getTextContent());
        StringBuilder own = new StringBuilder();
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            visitor.value(attributes.item(i).getNodeValue());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                visit(child, visitor);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                own.append(child.getTextContent().trim());
            }
        }
        visitor.value(own.toString());
    }

    /** Is shown texts. */
    @FunctionalInterface
    interface Visitor {
        void value(String text) throws UnjudgeableException;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML reader cannot be made safe", e);
        }
    }

    /** The JDK's own handler prints to standard error. */
    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {
            // a warning is no reason not to judge
        }

        @Override
        public void error(SAXParseException exception) throws SAXParseException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXParseException {
            throw exception;
        }
    }
}
