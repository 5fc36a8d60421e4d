package org.mobiletoken.load;

/** No figure can be had that means anything; the message is one sentence for whoever started the benchmark. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
        super(sentence);
    }

    Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
