package academy.coldstart.grading.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.Permission;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.execution.CompanionService;
import academy.coldstart.execution.Environments;
import academy.coldstart.fault.FaultRules;
import academy.coldstart.grader.EnvironmentControl;
import academy.coldstart.grader.Setup;
import academy.coldstart.grading.roles.AccountAuthority;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes a leased account ready for a run: recorded, known to the proxy, admitted to the
 * environment host.
 */
@Component
class Accounts {

	private final Traces traces;

	private final Environments environments;

	private final CallRecording recording;

	private final Clock clock;

	Accounts(Traces traces, Environments environments, CallRecording recording, Clock clock) {
		this.traces = traces;
		this.environments = environments;
		this.recording = recording;
		this.clock = clock;
	}

	/**
	 * Open the account of a lease.
	 * @param lease the lease
	 * @param setup what the grader prepared
	 * @param authority what decides on calls of functions, or null when everything is
	 * allowed
	 * @return the account, to be closed before the lease is
	 */
	OpenAccount open(EngineLease lease, Setup setup, @Nullable AccountAuthority authority) {
		AccountId account = new AccountId(lease.account());
		TraceRecorder recorder = new TraceRecorder(setup.seed(), account, this.clock);
		List<CompanionService> companions = setup.companions()
			.stream()
			.<CompanionService>map(CompanionAdapter::new)
			.toList();
		this.traces.open(recorder);
		FaultRules rules = new FaultRules(recorder, (environment) -> this.environments.kill(account, environment));
		OpenAccount opened = new OpenAccount(recorder, control(account, authority), rules, () -> fault(account),
				() -> this.recording.doubt(account), () -> close(account, rules));
		try {
			this.recording.admit(account, lease.endpoint(), rules, authority);
			this.environments.admit(account, companions, rules);
			return opened;
		}
		catch (RuntimeException ex) {
			opened.close();
			throw ex;
		}
	}

	private Optional<String> fault(AccountId account) {
		return this.recording.faults(account).stream().findFirst().or(this.environments::fault);
	}

	private void close(AccountId account, FaultRules rules) {
		rules.endAll();
		try {
			this.environments.dismiss(account);
		}
		finally {
			this.recording.dismiss(account);
			this.traces.close(account);
		}
	}

	private EnvironmentControl control(AccountId account, @Nullable AccountAuthority authority) {
		return new EnvironmentControl() {

			@Override
			public void renew(String function) {
				Accounts.this.environments.renew(account, function);
			}

			@Override
			public void kill(String environment) {
				Accounts.this.environments.kill(account, environment);
			}

			@Override
			public void grant(String role, @Nullable GrantedPolicies policies) {
				if (authority == null) {
					EnvironmentControl.super.grant(role, policies);
					return;
				}
				authority.grant(role, policies);
			}

			@Override
			public Optional<GrantedPolicies> policies(Caller caller, Permission permission) {
				return Optional.ofNullable(authority).map((one) -> one.policies(caller, permission));
			}

		};
	}

	/**
	 * An account that is open for a run.
	 *
	 * @param recorder records what happens in it
	 * @param control controls its environments
	 * @param rules the faults that its calls meet
	 * @param fault looks for what went wrong on our side while functions ran
	 * @param doubt tells why the run proves nothing even when everything passed
	 * @param closing what closes it
	 */
	record OpenAccount(TraceRecorder recorder, EnvironmentControl control, FaultRules rules,
			Supplier<Optional<String>> fault, Supplier<Optional<String>> doubt,
			Runnable closing) implements AutoCloseable {

		@Override
		public void close() {
			this.closing.run();
		}

	}

}
