package org.mobiletoken.lockout.etoken;

/** A batch is not loaded; the message is one sentence for the operator and holds no secret. */
public class PskcRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public PskcRefused(String sentence) {
        super(sentence);
    }
}
