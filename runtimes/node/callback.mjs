// Handlers of nodejs22.x, which may call back instead of returning a promise.

import { response } from "./completion.mjs";
import { Fault } from "./errors.mjs";

/**
 * Calls a handler and waits until it says that it is done: by a promise, its callback, or a function of the context.
 * The first one counts. A handler that says nothing is done when the event loop is empty.
 */
export async function callWithCallback(handler, event, context, isAsync) {
  const invocation = new Invocation(isAsync);
  invocation.extend(context);
  try {
    const returned = handler(event, context, (error, result) => invocation.finish(error, result, invocation.waits));
    if (typeof returned?.then === "function") {
      returned.then(context.succeed, context.fail);
    }
  } catch (error) {
    invocation.finish(error ?? "handled");
  }
  return invocation.outcome;
}

class Invocation {
  waits = true;
  #called = false;
  #isAsync;
  #done = Promise.withResolvers();
  #whenEmpty = () => this.#end(this.#isAsync ? { error: unsettled() } : { answer: written(null) });
  #listener = () => this.#whenEmpty();

  constructor(isAsync) {
    this.#isAsync = isAsync;
    process.once("beforeExit", this.#listener);
  }

  get outcome() {
    return this.#done.promise;
  }

  /** Adds to a context what only handlers of this runtime find there. */
  extend(context) {
    Object.defineProperty(context, "callbackWaitsForEmptyEventLoop",
      { enumerable: true, get: () => this.waits, set: (value) => { this.waits = value; } });
    context.done = (error, result) => this.finish(error, result);
    context.succeed = (result) => this.finish(null, result);
    context.fail = (error) => this.finish(error ?? "handled");
  }

  /**
   * Ends the invocation, the first time.
   * @param error what went wrong, if something did
   * @param result the result otherwise
   * @param patient whether the response waits until the event loop is empty
   */
  finish(error, result, patient = false) {
    if (this.#called) {
      return;
    }
    this.#called = true;
    const end = this.#ending(error, result);
    if (patient && end.error === undefined) {
      this.#whenEmpty = () => this.#end(end);
    } else {
      this.#end(end);
    }
  }

  #ending(error, result) {
    if (error !== undefined && error !== null) {
      return { error };
    }
    try {
      return { answer: written(result) };
    } catch (problem) {
      return { error: problem };
    }
  }

  #end({ answer, error }) {
    process.removeListener("beforeExit", this.#listener);
    if (error === undefined) {
      this.#done.resolve(answer);
    } else {
      this.#done.reject(error);
    }
  }
}

function unsettled() {
  return new Fault("NodeJsExit", "The Lambda runtime client detected an unexpected Node.js exit code. This is most "
    + "commonly caused by a Promise that was never settled. For more information, see "
    + "https://nodejs.org/docs/latest/api/process.html#exit-codes");
}

/** Writes a result as JSON; what cannot be written has no name of its own in this runtime. */
function written(result) {
  try {
    return response(result);
  } catch (problem) {
    throw Object.assign(new Error(problem.message), { reason: problem.reason });
  }
}
