package academy.coldstart.grading.template;

import tools.jackson.databind.JsonNode;

/**
 * Demands that a template is not larger than AWS takes it, and that it stays small when
 * its functions are carried out.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">Quotas
 * of CloudFormation</a>
 */
final class TemplateSize {

	/** The most resources of a stack. */
	static final int MAX_RESOURCES = 500;

	/** The most parameters, outputs and mappings, each. */
	static final int MAX_ENTRIES = 200;

	/** The most characters of all texts when functions are carried out. */
	static final int MAX_EXPANDED = 4 * 1024 * 1024;

	private final Template template;

	TemplateSize(Template template) {
		this.template = template;
	}

	void check() {
		count("Resources", MAX_RESOURCES);
		count("Parameters", MAX_ENTRIES);
		count("Outputs", MAX_ENTRIES);
		count("Mappings", MAX_ENTRIES);
		new ConditionCosts(this.template).check();
		expanded("Resources");
		expanded("Outputs");
		expanded("Conditions");
		expanded("Globals");
	}

	private void count(String section, int most) {
		int entries = this.template.root().path(section).size();
		if (entries > most) {
			throw new InvalidTemplate("template-too-large",
					"The section %s has %d entries; AWS takes %d. Leave out what the exercise does not ask for."
						.formatted(section, entries, most),
					this.template.line(section));
		}
	}

	private void expanded(String section) {
		ExpandedSize size = new ExpandedSize(this.template);
		long total = 0;
		for (var entry : this.template.root().path(section).properties()) {
			JsonNode value = entry.getValue();
			total += size.of(value);
			if (total > MAX_EXPANDED) {
				throw new InvalidTemplate("template-too-large",
						("The texts of %s would grow beyond %d MiB when its functions, such as Fn::Sub and Fn::Join, are "
								+ "carried out. Repeat less in them.")
							.formatted(entry.getKey(), MAX_EXPANDED >> 20),
						this.template.line(section + "/" + entry.getKey()));
			}
		}
	}

}
