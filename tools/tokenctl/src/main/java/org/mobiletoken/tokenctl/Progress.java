package org.mobiletoken.tokenctl;

import java.io.Console;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how far something long is: as a bar on a terminal, otherwise as a line for every tenth. */
interface Progress extends AutoCloseable {
    void at(long done, @Nullable Long secondsLeft);

    @Override
    void close();

    static Progress of(String what, long total, Consumer<String> lines) {
        Console console = System.console();
        return console != null && console.isTerminal() ? new Bar(what, total) : new Lines(what, total, lines);
    }

    /** The bar of a terminal. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(String what, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .build();
        }

        @Override
        public void at(long done, @Nullable Long secondsLeft) {
            bar.stepTo(done);
            bar.setExtraMessage(secondsLeft == null ? "" : secondsLeft + " s left");
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Plain lines, for logs. */
    final class Lines implements Progress {
        private static final int TENTHS = 10;

        private final String what;
        private final long total;
        private final Consumer<String> lines;
        private long shown = -1;

        Lines(String what, long total, Consumer<String> lines) {
            this.what = what;
            this.total = total;
            this.lines = lines;
        }

        @Override
        public void at(long done, @Nullable Long secondsLeft) {
            long tenth = total == 0 ? TENTHS : done * TENTHS / total;
            if (tenth > shown) {
                shown = tenth;
                lines.accept(done + " of " + total + " " + what
                        + (secondsLeft == null ? "" : ", " + secondsLeft + " s left"));
            }
        }

        @Override
        public void close() {}
    }
}
