// Confirms an order by mail.

const MAIL_URL = process.env.MAIL_URL;

class MailFailed extends Error {
  name = "MailFailed";
}

/** Mails the customer of one order. What goes wrong is thrown, so that Lambda knows of it. */
export async function handler(event) {
  const { orderId, tenantId, customerId } = event;
  const response = await fetch(`${MAIL_URL}/mails`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": String(orderId) },
    body: JSON.stringify({ orderId, tenantId, customerId }),
    signal: AbortSignal.timeout(5000),
  });
  if (response.status !== 202) {
    throw new MailFailed(`the mail service answered ${response.status}: ${await response.text()}`);
  }
  const { mailId } = await response.json();
  console.log(`order ${orderId} confirmed with mail ${mailId}`);
  return { mailId };
}
