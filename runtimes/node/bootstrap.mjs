// Runs a Node.js function against the Lambda Runtime API.
//
// Started as: node [options] bootstrap.mjs RUNTIME, with NODE_PATH naming the places where Lambda looks for packages:
// layers, and what Lambda brings itself, such as the AWS SDK. RUNTIME is nodejs22.x or nodejs24.x.

import { setImmediate } from "node:timers/promises";

import { RuntimeApi } from "./api.mjs";
import { nameCallers } from "./callers.mjs";
import { complete } from "./completion.mjs";
import { contextOf, forwardTrace } from "./context.mjs";
import { Fault, framesOf, withPlace } from "./errors.mjs";
import { describe, load, provideGlobals } from "./handler.mjs";
import { logError, patchConsole, setRequestId } from "./log.mjs";
import { findPackagesOfPath, learnerFiles } from "./packages.mjs";
import { callWithCallback } from "./callback.mjs";
import { callStreaming } from "./streaming.mjs";
import { standInForUser } from "./user.mjs";

const SUPPORTS_CALLBACKS = process.argv[2] === "nodejs22.x";
const UNCAUGHT = 129;
const UNHANDLED = 128;
const UNSETTLED_AWAIT = 13;

const api = new RuntimeApi(process.env.AWS_LAMBDA_RUNTIME_API);
let report = (error) => api.failInit(error);
let loading = true;
let crashed = false;

process.on("uncaughtException", (error) => crash("Uncaught Exception", error, UNCAUGHT));
process.on("unhandledRejection", (reason) => crash("Unhandled Promise Rejection", unhandled(reason), UNHANDLED));
process.on("beforeExit", () => {
  if (loading) {
    process.stderr.write("The event loop is empty, but the module is not loaded: it awaits a promise that nothing will "
      + "settle.\n");
    process.exit(UNSETTLED_AWAIT);
  }
});

process.argv.splice(2);
patchConsole(SUPPORTS_CALLBACKS ? undefined : "-");
nameCallers();
standInForUser();
findPackagesOfPath();
provideGlobals();
run();

async function run() {
  let handler;
  try {
    handler = await load(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER, SUPPORTS_CALLBACKS);
  } catch (problem) {
    const error = withPlace(problem, learnerFiles());
    logError(SUPPORTS_CALLBACKS ? "Uncaught Exception" : "Init Error", error);
    await api.failInit(error);
    process.exit(1);
  }
  const call = callerFor(handler);
  // A promise that was rejected while the module was loaded, without anybody listening, shows now.
  await setImmediate();
  loading = false;
  for (;;) {
    await handle(call);
  }
}

/** Chooses how the handler is called and how it says that it is done. */
function callerFor(handler) {
  const kind = describe(handler);
  if (kind.streaming) {
    return (event, context) => callStreaming(handler, event, context);
  }
  if (SUPPORTS_CALLBACKS) {
    return (event, context) => callWithCallback(handler, event, context, kind.isAsync);
  }
  return (event, context) => complete(handler(event, context));
}

async function handle(call) {
  if (crashed) {
    await new Promise(() => {});
  }
  const { headers, body } = await api.next();
  const context = contextOf(headers);
  const id = context.awsRequestId;
  report = (error) => api.fail(id, error);
  setRequestId(id);
  forwardTrace(headers);
  try {
    await api.respond(id, await call(JSON.parse(body), context));
  } catch (error) {
    logError("Invoke Error", error);
    await api.fail(id, error);
  }
}

/** Lambda's error for a rejected promise nobody listened to, with the place where it was rejected. */
function unhandled(reason) {
  const fault = new Fault("UnhandledPromiseRejection", String(reason), { reason });
  fault.stack = [`${fault.name}: ${fault.message}`, ...framesOf(reason)].join("\n");
  return fault;
}

function crash(title, error, status) {
  crashed = true;
  logError(title, error);
  report(error).then(() => process.exit(status), () => process.exit(status));
}
