package academy.coldstart.grading.deployment;

import java.net.URI;

import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Stack;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.Template;

/**
 * What AWS asks of a template beyond what the engine asks. Without it a misspelled
 * property or a role that nobody may assume would be deployed as if it were right.
 */
public interface AwsRules {

	/** For templates that the exercises bring along. */
	AwsRules NONE = new AwsRules() {

		@Override
		public void check(Aws aws, Template form) {
		}

		@Override
		public void check(Aws aws, Stack stack, Template template) {
		}

	};

	/**
	 * Check a template while it is deployed.
	 * @param aws the way to the account
	 * @param form the template with its archives, as the engine gets it
	 * @throws InvalidTemplate for the first thing that AWS would refuse, with the others
	 */
	void check(Aws aws, Template form);

	/**
	 * Check what was deployed.
	 * @param aws the way to the account
	 * @param stack the stack
	 * @param template the template as it was written
	 * @throws InvalidTemplate for the first thing that AWS would refuse, with the others
	 */
	void check(Aws aws, Stack stack, Template template);

	/**
	 * Ask what AWS asks.
	 * @param linter finds what cfn-lint knows
	 * @param engine the trusted address of the engine that runs it
	 * @return the rules
	 */
	static AwsRules of(Linter linter, URI engine) {
		return new AwsRules() {

			@Override
			public void check(Aws aws, Template form) {
				linter.require(engine, aws.account(), form);
			}

			@Override
			public void check(Aws aws, Stack stack, Template template) {
				new RoleRules(aws, stack, template).require();
			}

		};
	}

}
