// Lambda's log formats: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html

import { format } from "node:util";

import { isError, toPayload, traceOf } from "./errors.mjs";

const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];
const JSON_FORMAT = process.env.AWS_LAMBDA_LOG_FORMAT?.toUpperCase() === "JSON";

let requestId;

export function setRequestId(id) {
  requestId = id;
}

/**
 * Has the methods of the console write what Lambda's console writes.
 * @param id what stands for the request id before the first invocation
 */
export function patchConsole(id) {
  requestId = id;
  const least = Math.max(0, LEVELS.indexOf(process.env.AWS_LAMBDA_LOG_LEVEL?.toUpperCase()));
  LEVELS.forEach((level, i) => {
    console[level.toLowerCase()] = i < least ? () => {} : (...parameters) => write(level, parameters);
  });
  console.log = console.info;
}

/** Logs an error that the function did not handle. */
export function logError(title, error) {
  const known = isError(error) ? error : new Error(format(error));
  if (JSON_FORMAT) {
    write("ERROR", [known]);
  } else {
    write("ERROR", [title, `\t${stringify(known)}`]);
  }
}

function stringify(error) {
  try {
    return JSON.stringify(error, (key, value) => (isError(value)
      ? { errorType: value.name, errorMessage: value.message, code: value.code, ...value, stack: traceOf(value) }
      : value));
  } catch {
    return JSON.stringify(toPayload(error));
  }
}

function write(level, parameters) {
  const time = new Date().toISOString();
  process.stdout.write(`${JSON_FORMAT ? entry(time, level, parameters)
    : [time, String(requestId), level, format(...parameters)].join("\t")}\n`);
}

function entry(timestamp, level, parameters) {
  const fields = { timestamp, level, requestId };
  if (parameters.length === 1) {
    try {
      return JSON.stringify({ ...fields, message: parameters[0] }, (key, value) => (isError(value)
        ? { errorType: nameOf(value), errorMessage: value.message, stackTrace: traceOf(value), ...value } : value));
    } catch {
      return JSON.stringify({ ...fields, message: format(parameters[0]) });
    }
  }
  const error = parameters.find(isError);
  const details = error === undefined ? {}
    : { errorType: nameOf(error), errorMessage: error.message, stackTrace: traceOf(error) };
  return JSON.stringify({ ...fields, message: format(...parameters), ...details });
}

function nameOf(error) {
  return error.constructor?.name ?? "UnknownError";
}
