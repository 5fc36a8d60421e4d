package org.mobiletoken.lockout.etoken;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that may have been tampered with: no document type, so no entity, and nothing fetched from anywhere. */
final class PskcXml {

    static final String PSKC = "urn:ietf:params:xml:ns:keyprov:pskc";
    static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    private PskcXml() {}

    static Element root(InputStream file) throws IOException, PskcRefused {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(file).getDocumentElement();
        } catch (SAXException notXml) {
            throw new PskcRefused("The file is not well-formed XML without a document type.");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The platform's XML parser has these features", e);
        }
    }

    static List<Element> children(Element parent, String namespace, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .toList();
    }

    /** The child of that name in PSKC's own namespace. */
    static Optional<Element> child(Element parent, String name) {
        return children(parent, PSKC, name).stream().findFirst();
    }

    static Element needed(Element parent, String namespace, String name) throws PskcRefused {
        return children(parent, namespace, name).stream()
                .findFirst()
                .orElseThrow(() ->
                        new PskcRefused("The file has a %s without a %s.".formatted(parent.getLocalName(), name)));
    }

    static String text(Element element) {
        return Objects.requireNonNull(element.getTextContent()).strip();
    }
}
