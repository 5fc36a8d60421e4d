package org.mobiletoken.sync.http;

import org.mobiletoken.sync.rules.Terms;

/** Terms in force: which version, and the hash of the content that the customer was shown. */
public record TermsView(String version, String contentHash) {
    static TermsView of(Terms terms) {
        return new TermsView(terms.version(), terms.contentHash());
    }
}
