// Writes package-lock.json anew: node runtimes/node/lock.mjs
//
// A release of the AWS SDK names the releases of its own parts as lower bounds, and npm would take the newest that
// fits. Functions must not get parts that are newer than the engine (docs/decisions/0006), so this takes the lower
// bounds themselves: the parts that were released together with the clients in package.json.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HERE = import.meta.dirname;
const FAMILY = /^@(aws-sdk|smithy|aws)\/|^strnum$/;
const CARET = /^[\^~]?(\d+)\.(\d+)\.(\d+)$/;

const manifest = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "node-kit-"));
try {
  let overrides = {};
  let lock = resolve(overrides);
  for (let next = lowest(lock); JSON.stringify(next) !== JSON.stringify(overrides); next = lowest(lock)) {
    overrides = next;
    lock = resolve(overrides);
  }
  copyFileSync(join(scratch, "package-lock.json"), join(HERE, "package-lock.json"));
  console.log(`${Object.keys(lock.packages).length - 1} packages, ${Object.keys(overrides).length} at their lower bound`);
} finally {
  rmSync(scratch, { recursive: true });
}

function resolve(overrides) {
  rmSync(join(scratch, "package-lock.json"), { force: true });
  writeFileSync(join(scratch, "package.json"), JSON.stringify({ ...manifest, overrides }));
  execFileSync("npm", ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund",
    "--omit-lockfile-registry-resolved=false", "--registry=https://registry.npmjs.org/"],
    { cwd: scratch, stdio: ["ignore", "ignore", "inherit"] });
  return JSON.parse(readFileSync(join(scratch, "package-lock.json"), "utf8"));
}

/** The highest lower bound of each part and major version that anything in a lock asks for. */
function lowest(lock) {
  const bounds = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of path === "" ? [] : Object.entries(entry.dependencies ?? {})) {
      const version = FAMILY.test(name) ? CARET.exec(range) : null;
      if (version !== null) {
        const key = `${name}@^${version[1]}.0.0`;
        const bound = version.slice(1).map(Number);
        bounds.set(key, later(bound, bounds.get(key) ?? bound));
      }
    }
  }
  const direct = manifest.dependencies;
  return Object.fromEntries([...bounds].filter(([key]) => !(key.slice(0, key.lastIndexOf("@")) in direct))
    .sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, bound]) => [key, bound.join(".")]));
}

function later(one, other) {
  const place = one.findIndex((number, i) => number !== other[i]);
  return place < 0 || one[place] > other[place] ? one : other;
}
