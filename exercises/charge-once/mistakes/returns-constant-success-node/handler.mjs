// Says that every order was charged.

export const handler = async (event) => {
  if (event.Records === undefined) {
    return { orderId: event.orderId, status: "CHARGED", chargeId: "ch-1", amount: event.amount };
  }
};
