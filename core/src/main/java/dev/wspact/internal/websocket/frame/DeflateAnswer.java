package dev.wspact.internal.websocket.frame;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's answer to an offer of permessage-deflate, checked against it (RFC 7692 section 7.1). */
final class DeflateAnswer {
    private static final String ITS_SECTION = "RFC 7692 section 7.1";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

    /** A parameter with the semicolon before it; a value may be quoted if it is a token then (RFC 6455 section 9.1). */
    private static final Pattern PARAMETER = Pattern.compile(
            "[ \\t]*+;[ \\t]*+(" + TOKEN + ")(?:[ \\t]*+=[ \\t]*+(?:(" + TOKEN + ")|\"(" + TOKEN + ")\"))?+[ \\t]*+");

    private static final Pattern WINDOW = Pattern.compile("[89]|1[0-5]");

    private final DeflateOffer offer;
    private final String answer;
    private final Map<String, String> values = new LinkedHashMap<>();

    DeflateAnswer(DeflateOffer offer, String answer) throws ExtensionAnswerException {
        this.offer = offer;
        this.answer = answer;
        readParameters(checkName());
    }

    DeflateParameters parameters() throws ExtensionAnswerException {
        boolean serverForgets = flag(DeflateOffer.SERVER_NO_CONTEXT_TAKEOVER);
        boolean clientForgets = flag(DeflateOffer.CLIENT_NO_CONTEXT_TAKEOVER);
        if (offer.serverNoContextTakeover() && !serverForgets) {
            throw wrong(
                    "the server accepts the offer without its server_no_context_takeover", "RFC 7692 section 7.1.1.1");
        }
        return new DeflateParameters(
                serverForgets, clientForgets || offer.clientNoContextTakeover(), serverWindow(), clientWindow());
    }

    /** Where the parameters start. */
    private int checkName() throws ExtensionAnswerException {
        String trimmed = answer.stripLeading();
        int start = answer.length() - trimmed.length();
        if (answer.indexOf(',') >= 0) {
            throw wrong("the server answers with more than one extension, and one was offered", "RFC 6455 section 9.1");
        }
        int semicolon = answer.indexOf(';');
        String name = answer.substring(start, semicolon < 0 ? answer.length() : semicolon)
                .strip();
        if (!name.equals(DeflateOffer.NAME)) {
            throw wrong(
                    "the server answers with the extension \"" + name + "\", which was not offered",
                    "RFC 6455 section 9.1");
        }
        return start + DeflateOffer.NAME.length();
    }

    private void readParameters(int start) throws ExtensionAnswerException {
        Matcher parameter = PARAMETER.matcher(answer);
        int at = start;
        while (at < answer.length() && parameter.region(at, answer.length()).lookingAt()) {
            String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            addParameter(parameter.group(1).toLowerCase(Locale.ROOT), value == null ? "" : value);
            at = parameter.end();
        }
        if (!answer.substring(at).isBlank()) {
            throw wrong(
                    "the parameters cannot be read from \"" + answer.substring(at) + "\" on", "RFC 6455 section 9.1");
        }
    }

    private void addParameter(String name, String value) throws ExtensionAnswerException {
        switch (name) {
            case DeflateOffer.SERVER_NO_CONTEXT_TAKEOVER,
                    DeflateOffer.CLIENT_NO_CONTEXT_TAKEOVER,
                    DeflateOffer.SERVER_MAX_WINDOW_BITS,
                    DeflateOffer.CLIENT_MAX_WINDOW_BITS -> {
                if (values.put(name, value) != null) {
                    throw wrong("the parameter " + name + " stands there twice", ITS_SECTION);
                }
            }
            default -> throw wrong("permessage-deflate has no parameter \"" + name + "\"", ITS_SECTION);
        }
    }

    private boolean flag(String name) throws ExtensionAnswerException {
        String value = values.getOrDefault(name, "");
        if (!value.isEmpty()) {
            throw wrong("the parameter " + name + " has the value \"" + value + "\", and must have none", ITS_SECTION);
        }
        return values.containsKey(name);
    }

    private int serverWindow() throws ExtensionAnswerException {
        int offered = offer.serverMaxWindowBits();
        if (!values.containsKey(DeflateOffer.SERVER_MAX_WINDOW_BITS)) {
            if (offered < DeflateOffer.LARGEST_WINDOW) {
                throw wrong(
                        "the server accepts the offer without its server_max_window_bits", "RFC 7692 section 7.1.2.1");
            }
            return offered;
        }
        int bits = window(DeflateOffer.SERVER_MAX_WINDOW_BITS);
        if (bits > offered) {
            throw wrong(
                    "server_max_window_bits is " + bits + ", and at most " + offered + " was offered",
                    "RFC 7692 section 7.1.2.1");
        }
        return bits;
    }

    private int clientWindow() throws ExtensionAnswerException {
        int offered = offer.clientMaxWindowBits();
        if (!values.containsKey(DeflateOffer.CLIENT_MAX_WINDOW_BITS)) {
            return offered == 0 ? DeflateOffer.LARGEST_WINDOW : offered;
        }
        if (offered == 0) {
            throw wrong("the server sets client_max_window_bits, which was not offered", "RFC 7692 section 7.1.2.2");
        }
        return Math.min(window(DeflateOffer.CLIENT_MAX_WINDOW_BITS), offered);
    }

    private int window(String name) throws ExtensionAnswerException {
        String value = values.getOrDefault(name, "");
        if (!WINDOW.matcher(value).matches()) {
            throw wrong(
                    "the parameter " + name + (value.isEmpty() ? " has no value" : " has the value \"" + value + "\"")
                            + ", and must be a number from 8 to 15",
                    "RFC 7692 section 7.1.2");
        }
        return Integer.parseInt(value);
    }

    private ExtensionAnswerException wrong(String problem, String section) {
        return new ExtensionAnswerException(problem, section, answer);
    }
}
