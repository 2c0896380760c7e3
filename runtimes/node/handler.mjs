// Finds the handler that a function is configured with.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { Fault } from "./errors.mjs";
import { HttpResponseStream, STREAMING } from "./streaming.mjs";

const require = createRequire(import.meta.url);
const DOCUMENTATION = "https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html";

/** Sets up the global object that functions find in every Lambda environment. */
export function provideGlobals() {
  globalThis.awslambda = {
    ...globalThis.awslambda,
    streamifyResponse: (handler) => Object.assign(handler, { [STREAMING]: "response" }),
    HttpResponseStream,
  };
}

/**
 * Loads the module of a handler.
 * @param root the directory with the function's code
 * @param name the handler as configured, such as src/index.handler
 * @param supportsCallbacks whether it may take a callback
 * @returns the function
 */
export async function load(root, name, supportsCallbacks) {
  if (name.includes("..")) {
    throw new Fault("MalformedHandlerName", `'${name}' is not a valid handler name. `
      + "Use absolute paths when specifying root directories in handler names.");
  }
  const file = basename(name);
  const directory = name.slice(0, name.length - file.length);
  const dot = file.indexOf(".");
  if (dot < 0) {
    throw new Fault("MalformedHandlerName", "Bad handler");
  }
  const module = await loadModule(resolve(root, directory), file.slice(0, dot), root);
  const handler = find(module, file.slice(dot + 1)) ?? find(module.default, file.slice(dot + 1));
  if (!handler) {
    throw new Fault("HandlerNotFound", `${name} is undefined or not exported`);
  }
  if (typeof handler !== "function") {
    throw new Fault("HandlerNotFound", `${name} is not a function`);
  }
  checkCallback(handler, supportsCallbacks);
  return handler;
}

/** Says how a handler wants to be called. */
export function describe(handler) {
  return { streaming: handler[STREAMING] === "response", isAsync: handler.constructor?.name === "AsyncFunction" };
}

async function loadModule(directory, name, root) {
  try {
    for (const extension of ["", ".js", ".mjs", ".cjs"]) {
      const path = join(directory, name + extension);
      if (existsSync(path)) {
        return await import(pathToFileURL(path));
      }
    }
    return require(require.resolve(name, { paths: [root, directory] }));
  } catch (problem) {
    if (problem instanceof SyntaxError) {
      throw Fault.of("UserCodeSyntaxError", problem);
    }
    throw problem?.code === "MODULE_NOT_FOUND" ? notFound(problem) : problem;
  }
}

function notFound(problem) {
  const own = `\n- ${import.meta.filename}`;
  problem.message = problem.message.replace(`\nRequire stack:${own}`, "").replace(own, "");
  return Fault.of("ImportModuleError", problem);
}

function find(module, path) {
  return path.split(".").reduce((nested, key) => nested?.[key], module);
}

function checkCallback(handler, supported) {
  if (handler.length < 3 || describe(handler).streaming) {
    return;
  }
  if (!supported) {
    throw new Fault("CallbackHandlerDeprecated", "ERROR: AWS Lambda has removed support for callback-based function "
      + "handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to "
      + `use Node.js 24 or later. For more information see ${DOCUMENTATION}.`);
  }
  if (!describe(handler).isAsync && process.env.AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING === undefined) {
    console.warn("WARN: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. "
      + "You will need to modify this function to use a supported handler signature when upgrading to Node.js 24 or "
      + "later. To disable this warning, set the AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING environment variable. "
      + `For more information see ${DOCUMENTATION}.`);
  }
}
