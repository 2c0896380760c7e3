package academy.coldstart.graders.leastprivilege;

import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.graders.leastprivilege.BlastRadius.Probe;

/**
 * What each function must not be able to do. All of it exists: names that are made up
 * would blame patterns that cover nothing but the functions' own.
 *
 * @param shop the functions
 * @param function the function that is probed
 */
record Probes(Shop shop, String function) {

	private static final String EVERYWHERE = "*";

	List<Probe> all() {
		return Stream.of(orders(), queues(), settings(), documents(), itself(), elsewhere(), others())
			.flatMap((probes) -> probes)
			.toList();
	}

	private Stream<Probe> orders() {
		String orders = this.shop.tableArn("Orders");
		String archive = this.shop.tableArn("OrdersArchive");
		return Stream.of(new Probe("delete an order", "dynamodb:DeleteItem", orders),
				new Probe("delete orders in batches", "dynamodb:BatchWriteItem", orders),
				new Probe("delete the table of orders", "dynamodb:DeleteTable", orders),
				new Probe("read all orders", "dynamodb:Scan", orders),
				new Probe("export all orders", "dynamodb:ExportTableToPointInTime", orders),
				new Probe("read archived orders", "dynamodb:GetItem", archive),
				new Probe("change archived orders", "dynamodb:UpdateItem", archive),
				new Probe("forge archived orders", "dynamodb:PutItem", archive));
	}

	private Stream<Probe> queues() {
		return Stream.of(new Probe("order a payout", "sqs:SendMessage", this.shop.queueArn("Payouts")),
				new Probe("take payouts off their queue", "sqs:ReceiveMessage", this.shop.queueArn("Payouts")),
				new Probe("empty the queue Confirmations", "sqs:PurgeQueue", this.shop.queueArn("Confirmations")),
				new Probe("open the queue Confirmations to everybody", "sqs:SetQueueAttributes",
						this.shop.queueArn("Confirmations")),
				new Probe("delete the topic Alerts", "sns:DeleteTopic", topic()));
	}

	private Stream<Probe> settings() {
		return Stream.of(new Probe("read the key of the bank", "secretsmanager:GetSecretValue", secret("BankKey")),
				new Probe("replace the key of the mail service", "secretsmanager:PutSecretValue", secret("MailKey")),
				new Probe("read the bank account", "ssm:GetParameter", parameter("BankAccount")),
				new Probe("change the VAT", "ssm:PutParameter", parameter("Vat")));
	}

	private Stream<Probe> documents() {
		String bucket = this.shop.documentsArn();
		return Stream.of(new Probe("read the files of the payouts", "s3:GetObject", bucket + "/payouts/2026-11.csv"),
				new Probe("forge the files of the payouts", "s3:PutObject", bucket + "/payouts/2026-11.csv"),
				new Probe("delete an invoice", "s3:DeleteObject", bucket + "/invoices/t-fern/o-1.json"),
				new Probe("have all documents deleted by a rule", "s3:PutLifecycleConfiguration", bucket),
				new Probe("list all documents", "s3:ListBucket", bucket));
	}

	private Stream<Probe> itself() {
		String role = this.shop.role(this.function).policies().arn();
		String log = this.shop.arn("logs", "log-group:" + this.shop.logGroup(this.function));
		return Stream.of(new Probe("give itself more permissions", "iam:PutRolePolicy", role),
				new Probe("attach any policy to itself", "iam:AttachRolePolicy", role),
				new Probe("replace its own code", "lambda:UpdateFunctionCode", lambda(this.function)),
				new Probe("delete its own log", "logs:DeleteLogGroup", log),
				new Probe("delete what is in its own log", "logs:DeleteLogStream", log + ":log-stream:any"));
	}

	private Stream<Probe> elsewhere() {
		String user = "arn:aws:iam::%s:user/mallory".formatted(this.shop.run().aws().account());
		return Stream.of(new Probe("make itself a user", "iam:CreateUser", user),
				new Probe("start virtual machines", "ec2:RunInstances", EVERYWHERE),
				new Probe("stop the audit log", "cloudtrail:StopLogging", EVERYWHERE),
				new Probe("destroy keys", "kms:ScheduleKeyDeletion", EVERYWHERE),
				new Probe("mail in the name of the shop", "ses:SendEmail", EVERYWHERE),
				new Probe("delete databases", "rds:DeleteDBInstance", EVERYWHERE));
	}

	private Stream<Probe> others() {
		Stream<Probe> common = Shop.FUNCTIONS.stream()
			.filter((other) -> !other.equals(this.function))
			.flatMap((other) -> Stream.of(new Probe("run " + other, "lambda:InvokeFunction", lambda(other)),
					new Probe("act as " + other, "sts:AssumeRole", this.shop.role(other).policies().arn())));
		return Stream.concat(common, switch (this.function) {
			case Shop.INTAKE -> ofIntake();
			case Shop.NOTIFY -> ofNotify();
			default -> ofInvoice();
		});
	}

	private Stream<Probe> ofIntake() {
		return Stream.of(new Probe("read orders", "dynamodb:GetItem", this.shop.tableArn("Orders")),
				new Probe("take orders off the queue Confirmations", "sqs:ReceiveMessage",
						this.shop.queueArn("Confirmations")),
				new Probe("read the key of the mail service", "secretsmanager:GetSecretValue", secret("MailKey")),
				new Probe("forge invoices", "s3:PutObject", this.shop.documentsArn() + "/invoices/t-fern/o-1.json"));
	}

	private Stream<Probe> ofNotify() {
		return Stream.of(new Probe("forge orders", "dynamodb:PutItem", this.shop.tableArn("Orders")),
				new Probe("have mails sent for orders that do not exist", "sqs:SendMessage",
						this.shop.queueArn("Confirmations")),
				new Probe("raise alerts", "sns:Publish", topic()),
				new Probe("read invoices", "s3:GetObject", this.shop.documentsArn() + "/invoices/t-fern/o-1.json"));
	}

	private Stream<Probe> ofInvoice() {
		return Stream.of(new Probe("change orders", "dynamodb:UpdateItem", this.shop.tableArn("Orders")),
				new Probe("forge orders", "dynamodb:PutItem", this.shop.tableArn("Orders")),
				new Probe("take orders off the queue Confirmations", "sqs:ReceiveMessage",
						this.shop.queueArn("Confirmations")),
				new Probe("read the key of the mail service", "secretsmanager:GetSecretValue", secret("MailKey")));
	}

	private String topic() {
		return this.shop.run().topic("Alerts").arn();
	}

	private String secret(String logicalId) {
		return this.shop.run().stack().physicalId(logicalId);
	}

	private String parameter(String logicalId) {
		return this.shop.arn("ssm", "parameter" + this.shop.run().stack().physicalId(logicalId));
	}

	private String lambda(String logicalId) {
		return this.shop.arn("lambda", "function:" + this.shop.function(logicalId).name());
	}

}
