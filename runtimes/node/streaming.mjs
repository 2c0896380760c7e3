// Handlers made with awslambda.streamifyResponse. The response is collected and sent as a whole, which is also what a
// caller of Invoke sees in Lambda.

import { Writable } from "node:stream";
import { finished } from "node:stream/promises";

import { Fault } from "./errors.mjs";

export const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");

const PRELUDE_TYPE = "application/vnd.awslambda.http-integration-response";
const DELIMITER = Buffer.alloc(8);

class ResponseStream extends Writable {
  #chunks = [];
  #contentType = "application/octet-stream";

  setContentType(contentType) {
    if (this.#chunks.length > 0) {
      throw new Fault("InvalidStreamingOperation", "Cannot set content-type, too late.");
    }
    this.#contentType = contentType;
  }

  write(chunk, ...more) {
    const plain = typeof chunk === "string" || chunk instanceof Uint8Array;
    return super.write(plain ? chunk : JSON.stringify(chunk), ...more);
  }

  _write(chunk, encoding, callback) {
    this.#chunks.push(chunk);
    callback();
  }

  response() {
    return { body: Buffer.concat(this.#chunks), contentType: this.#contentType };
  }
}

/** Puts the status and the headers of an HTTP response before its body. */
export class HttpResponseStream {
  static from(stream, prelude) {
    stream.setContentType(PRELUDE_TYPE);
    stream.write(JSON.stringify(prelude));
    stream.write(DELIMITER);
    return stream;
  }
}

export async function callStreaming(handler, event, context) {
  const stream = new ResponseStream();
  const done = finished(stream);
  // Whoever awaits it below hears of an error; without this, an earlier one would end the process.
  done.catch(() => {});
  const returned = handler(event, stream, context);
  if (typeof returned?.then !== "function") {
    throw new Error("Streaming does not support non-async handlers.");
  }
  if ((await returned) !== undefined) {
    console.warn("Streaming handlers ignore return values.");
  }
  await done;
  return stream.response();
}
