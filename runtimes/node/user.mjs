// The user that functions run as in Lambda. The real one of this machine has a home with settings of its own, which
// the AWS SDK would read, or none at all, which Node.js does not expect.

import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

const NAME = "sbx_user1051";
const HOME = `/home/${NAME}`;

export function standInForUser() {
  os.homedir = () => process.env.HOME ?? HOME;
  os.userInfo = (options) => {
    const text = (value) => (options?.encoding === "buffer" ? Buffer.from(value) : value);
    return { uid: process.getuid(), gid: process.getgid(), username: text(NAME), homedir: text(HOME), shell: null };
  };
  syncBuiltinESMExports();
}
