package org.mobiletoken.tokenctl;

/** Ends a command with a sentence that says what is wrong and what to do. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    Failure(ExitStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    ExitStatus status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
