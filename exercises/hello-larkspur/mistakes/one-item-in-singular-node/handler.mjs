// Confirms orders of Larkspur Market.

/** Confirms one order. */
export const handler = async (event) => {
  const items = event.lines.reduce((sum, line) => sum + line.qty, 0);
  console.log(`order ${event.orderId} correlation ${event.correlationId}: ${items} items`);
  return {
    orderId: event.orderId,
    message: `Order ${event.orderId} received: ${items} ${items === 1 ? "item" : "items"}`,
  };
};
