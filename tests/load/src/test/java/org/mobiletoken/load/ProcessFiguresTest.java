package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessFiguresTest {
    @Test
    void resident_memory_is_told_in_kilobytes() {
        assertThat(ResidentMemory.of("Name:\tjava\nVmPeak:\t 9 kB\nVmRSS:\t  524288 kB\nThreads:\t40\n"))
                .hasValue(512);
        assertThat(ResidentMemory.of("Name:\tkthreadd\n")).isEmpty();
    }

    @Test
    void the_live_heap_is_the_total_of_the_histogram() {
        assertThat(LiveHeap.of("   1:  10  1048576  [B (java.base)\nTotal           30        3145728\n"))
                .isEqualTo(3);
        assertThatThrownBy(() -> LiveHeap.of("12345: no such process")).hasMessageContaining("no such process");
    }
}
