// Has each AWS SDK call say which line of the function made it. It helps whoever reads a report, and proves nothing.

import http from "node:http";
import { syncBuiltinESMExports } from "node:module";

const DEPTH = 100;
const TASK_ROOT = process.env.LAMBDA_TASK_ROOT;
const FRAME = /\(?(?:file:\/\/)?(\/[^()]*?):(\d+):\d+\)?$/;

export function nameCallers() {
  const aws = URL.parse(process.env.AWS_ENDPOINT_URL ?? "");
  const request = http.request;
  http.request = function (...parameters) {
    const call = request.apply(this, parameters);
    try {
      if (aws !== null && call.getHeader("host") === aws.host) {
        name(call);
      }
    } catch {
      // The call matters more than the hint.
    }
    return call;
  };
  syncBuiltinESMExports();
}

function name(call) {
  const caller = stack().map((line) => FRAME.exec(line)).find((frame) => frame !== null && isLearners(frame[1]));
  if (caller !== undefined) {
    const file = decodeURI(caller[1]).slice(TASK_ROOT.length + 1);
    call.setHeader("x-coldstart-frame", `${file}:${caller[2]}`.replace(/[^ -~]/g, "?"));
  }
}

function stack() {
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = DEPTH;
  const lines = new Error().stack.split("\n");
  Error.stackTraceLimit = usual;
  return lines;
}

function isLearners(file) {
  return file.startsWith(`${TASK_ROOT}/`) && !file.includes("/node_modules/");
}
