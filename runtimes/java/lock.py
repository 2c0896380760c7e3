#!/usr/bin/env python3
"""Resolves libraries.xml and writes libraries.lock: paths, hashes and sizes, by licence.

Needs Maven and a JDK. Fails when a library has a licence that nobody has looked at.
"""

import hashlib
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

HERE = pathlib.Path(__file__).resolve().parent
MAVEN = "{http://maven.apache.org/POM/4.0.0}"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"

# Licences that were looked at, by how libraries call them.
LICENCES = {
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache-2.0": "Apache-2.0",
    "The Apache License, Version 2.0": "Apache-2.0",
    "The Apache Software License, Version 2.0": "Apache-2.0",
    "Apache 2": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "BSD-2-Clause": "BSD-2-Clause",
    "BSD 3-Clause": "BSD-3-Clause",
    "MIT": "MIT",
    "MIT License": "MIT",
    "MIT-0": "MIT-0",
}


def main():
    with tempfile.TemporaryDirectory() as folder:
        resolve(folder)
        jars = sorted(pathlib.Path(folder).rglob("*.jar"))
        by_licence = {}
        for jar in jars:
            path = jar.relative_to(folder).as_posix()
            by_licence.setdefault(licence(jar), []).append(line(path, jar.read_bytes()))
    text = ("# What Java functions find at run time, resolved from libraries.xml by lock.py:"
            " path in a Maven repository, SHA-256, bytes.\n")
    for name in sorted(by_licence):
        text += f"# Licence: {name}\n" + "".join(by_licence[name])
    (HERE / "libraries.lock").write_text(text)


def resolve(folder):
    subprocess.run([HERE.parents[1] / "mvnw", "-B", "-ntp", "-q", "-f", HERE / "libraries.xml", PLUGIN,
                    "-DincludeScope=runtime", f"-DoutputDirectory={folder}", "-Dmdep.useRepositoryLayout=true",
                    "-Dmdep.copyPom=true", "-Dmdep.addParentPoms=true"], check=True)


def line(path, content):
    return f"{path} {hashlib.sha256(content).hexdigest()} {len(content)}\n"


def licence(jar):
    pom = jar.with_suffix(".pom")
    while pom is not None:
        tree = xml.parse(pom).getroot()
        names = [each.text.strip() for each in tree.iterfind(f"{MAVEN}licenses/{MAVEN}license/{MAVEN}name")]
        known = [LICENCES[name] for name in names if name in LICENCES]
        if known:
            return known[0]
        if names:
            sys.exit(f"{jar.name} has the licence {names}: look at it and add it to lock.py, or leave {jar.name} out.")
        pom = parent(pom, tree)
    sys.exit(f"{jar.name} states no licence.")


def parent(pom, tree):
    node = tree.find(f"{MAVEN}parent")
    if node is None:
        return None
    group, artifact, version = (node.findtext(f"{MAVEN}{part}").strip()
                                for part in ("groupId", "artifactId", "version"))
    name = f"{group.replace('.', '/')}/{artifact}/{version}/{artifact}-{version}.pom"
    found = [path for path in local_repository(pom).rglob(f"{artifact}-{version}.pom") if path.as_posix().endswith(name)]
    return found[0] if found else None


def local_repository(pom):
    for folder in pom.parents:
        if (folder / "com/amazonaws").is_dir():
            return folder
    sys.exit(f"{pom} does not lie in a repository.")


if __name__ == "__main__":
    main()
