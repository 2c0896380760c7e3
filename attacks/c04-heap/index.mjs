export const handler = async () => {
  const blocks = [];
  for (;;) {
    blocks.push(Buffer.alloc(1_000_000, "x"), new Array(100_000).fill(blocks.length));
  }
};
