package org.mobiletoken.bank.tour;

/** One part of the deck, played by one customer who starts with nothing enabled and nothing frozen. */
interface Part {
    String title();

    /** The account of the customer who plays it. */
    String user();

    void play(Stage stage);
}
