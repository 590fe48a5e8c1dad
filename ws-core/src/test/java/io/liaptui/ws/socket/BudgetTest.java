package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void fiveSecondsAreSavedUpAndNoMore() {
        Budget budget = new Budget(10, 0);
        assertThat(budget.spend(50, 0)).isTrue();
        assertThat(budget.spend(1, 0)).isFalse();
        assertThat(budget.spend(10, SECOND)).isTrue();
        assertThat(budget.spend(1, SECOND)).isFalse();
        assertThat(budget.spend(51, 100 * SECOND)).isFalse();
        assertThat(budget.spend(50, 100 * SECOND)).isTrue();
    }

    @Test
    void whatIsRefusedCostsNothing() {
        Budget budget = new Budget(10, 0);
        assertThat(budget.spend(60, 0)).isFalse();
        assertThat(budget.spend(50, 0)).isTrue();
    }
}
