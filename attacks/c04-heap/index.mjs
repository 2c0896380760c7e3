export const handler = async () => {
  console.log("the handler runs");
  const blocks = [];
  for (;;) {
    blocks.push(Buffer.alloc(1_000_000, "x"), new Array(100_000).fill(blocks.length));
  }
};
