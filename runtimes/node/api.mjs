// The Runtime API of Lambda: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html

import { Agent, request } from "node:http";

import { toPayload } from "./errors.mjs";

const ROOT = "/2018-06-01/runtime/";

// Taken now, so that what the function's libraries do to the module node:http does not reach the runtime.
const send = request;

export class RuntimeApi {
  #host;
  #port;
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(address) {
    [this.#host, this.#port] = address.split(":");
  }

  async next() {
    const answer = await this.#call("GET", "invocation/next");
    if (answer.status !== 200) {
      throw new Error(`The Runtime API answered ${answer.status}`);
    }
    return answer;
  }

  respond(id, { body, contentType }) {
    return this.#call("POST", `invocation/${id}/response`, body, { "Content-Type": contentType });
  }

  fail(id, error) {
    return this.#report(`invocation/${id}/error`, error);
  }

  failInit(error) {
    return this.#report("init/error", error);
  }

  #report(path, error) {
    const payload = toPayload(error);
    return this.#call("POST", path, JSON.stringify(payload), {
      "Content-Type": "application/json",
      "Lambda-Runtime-Function-Error-Type": payload.errorType.replace(/[^ -~]/g, "?"),
    });
  }

  #call(method, path, body, headers = {}) {
    const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const call = send({ method, host: this.#host, port: this.#port, path: ROOT + path, agent: this.#agent,
        headers: { ...headers, ...length } }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8") }));
      });
      call.on("error", reject);
      call.end(body);
    });
  }
}
