package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import java.time.Duration;
import java.time.Instant;

/** Verifies one contract, connection after connection, since provider states are global. */
final class ContractRun {
    private final Contract contract;
    private final Run run;
    private final ContractFindings findings;

    ContractRun(Contract contract, Run run) {
        this.contract = contract;
        this.run = run;
        this.findings = new ContractFindings(contract, run);
    }

    ContractResult run() {
        run.listener().contractStarted(contract);
        Instant started = run.wallClock().instant();
        long startedNanos = run.surroundings().nanoClock().getAsLong();
        verify();
        Duration took = Duration.ofNanos(run.surroundings().nanoClock().getAsLong() - startedNanos);
        ContractResult result =
                findings.result(new ContractResult.Period(started, took), Notes.of(contract, run.options()));
        run.listener().contractFinished(result);
        return result;
    }

    private void verify() {
        Preparation preparation = Preparation.of(contract.interactions(), findings.parties(), run);
        preparation
                .verdicts()
                .forEach((index, verdict) -> findings.finish(index, verdict, ContractFindings.Claims.NONE));
        for (Plan.Group group : Plan.of(preparation.tasks(), run.options().triggerStates())) {
            if (run.interrupted()) {
                group.tasks()
                        .forEach(task -> findings.finish(
                                task.index(), run.interrupt(task.awaited()), ContractFindings.Claims.NONE));
            } else {
                finish(new GroupRun(group, findings.nextConnection(), findings.parties(), run).run());
            }
        }
    }

    private void finish(GroupResult result) {
        ConnectionRecord connection = result.connection();
        findings.add(connection, result.uncontracted());
        for (int i = 0; i < result.tasks().size(); i++) {
            Task task = result.tasks().get(i);
            findings.finish(
                    task.index(),
                    result.verdicts().get(i),
                    ContractFindings.Claims.of(task, connection == null ? 0 : connection.number()));
        }
    }
}
