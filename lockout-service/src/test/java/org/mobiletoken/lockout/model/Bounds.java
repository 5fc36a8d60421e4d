package org.mobiletoken.lockout.model;

/**
 * How much may still happen; the search goes through everything within.
 *
 * @param callers verifications that may still begin
 * @param lostAnswers answers that may still be lost, by a crash of lockout-service after its commit or by a time-out
 * @param clockMoves times that the clock may still move on
 * @param backwards times that the clock may still be set back by five minutes
 * @param waysOut unfreezes that staff may still carry out
 * @param settling whether callers live long enough to settle
 */
record Bounds(int callers, int lostAnswers, int clockMoves, int backwards, int waysOut, boolean settling) {

    Bounds oneCallerLess() {
        return new Bounds(callers - 1, lostAnswers, clockMoves, backwards, waysOut, settling);
    }

    Bounds oneAnswerLess() {
        return new Bounds(callers, lostAnswers - 1, clockMoves, backwards, waysOut, settling);
    }

    Bounds oneClockMoveLess() {
        return new Bounds(callers, lostAnswers, clockMoves - 1, backwards, waysOut, settling);
    }

    Bounds oneBackwardsLess() {
        return new Bounds(callers, lostAnswers, clockMoves, backwards - 1, waysOut, settling);
    }

    Bounds oneWayOutLess() {
        return new Bounds(callers, lostAnswers, clockMoves, backwards, waysOut - 1, settling);
    }
}
