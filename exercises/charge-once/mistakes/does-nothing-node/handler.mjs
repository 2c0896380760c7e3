// Takes every event and does nothing with it.

export const handler = async () => {};
