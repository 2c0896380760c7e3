// Confirms orders of Larkspur Market.

/** Confirms one order. */
export const handler = async (event) => {
  const items = event.lines.length;
  console.log(`order ${event.orderId} correlation ${event.correlationId}: ${items} items`);
  return {
    orderId: event.orderId,
    message: `Order ${event.orderId} received: ${items} items`,
  };
};
