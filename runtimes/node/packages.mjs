// Where packages are found. Node.js looks into NODE_PATH for require() only; Lambda does for import too:
// https://aws.amazon.com/blogs/compute/node-js-18-x-runtime-now-available-in-aws-lambda/

import { registerHooks } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const MISSING = "ERR_MODULE_NOT_FOUND";
const TASK_ROOT = pathToFileURL(`${process.env.LAMBDA_TASK_ROOT}/`).href;

const seen = new Set();

/** The files of the function that were found so far, in the order in which they were asked for. */
export function learnerFiles() {
  return [...seen].map(fileURLToPath);
}

export function findPackagesOfPath() {
  // From a file beside a directory node_modules, Node.js looks into that directory first.
  const neighbours = (process.env.NODE_PATH ?? "").split(":").filter((path) => path.endsWith("/node_modules"))
    .map((path) => pathToFileURL(join(dirname(path), "neighbour.mjs")).href);
  registerHooks({
    resolve(specifier, context, next) {
      const found = resolve(specifier, context, next, neighbours);
      if (found.url.startsWith(TASK_ROOT) && !found.url.includes("/node_modules/")) {
        seen.add(found.url);
      }
      return found;
    },
  });
}

function resolve(specifier, context, next, neighbours) {
  try {
    return next(specifier, context);
  } catch (problem) {
    if (problem.code !== MISSING || /^(\.|\/|[a-z]+:)/.test(specifier)) {
      throw problem;
    }
    for (const parentURL of neighbours) {
      try {
        return next(specifier, { ...context, parentURL });
      } catch (other) {
        if (other.code !== MISSING) {
          throw other;
        }
      }
    }
    throw problem;
  }
}
