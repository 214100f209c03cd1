#!/usr/bin/env bash
# The peers of the figures: the same work in other programs, one line a figure (name, value, unit), and then ours, so that both
# are measured on the same machine in the same minutes. `quick` measures less. Installs what is missing of the Debian packages.
set -euo pipefail
cd "$(dirname "$0")"

packages=()
for package in gcc libc6-dev python3-torch libopenblas0-pthread libfann-dev; do
  if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
    packages+=("$package")
  fi
done
if [ "${#packages[@]}" -gt 0 ]; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
for level in -O2 -O3; do
  gcc "$level" -Wall -o "$build/xor" xor.c -lm
  "$build/xor" "gcc $level" 2>/dev/null
done

gcc -O3 -march=native -Wall -o "$build/fann" fann.c -ldoublefann -lm
"$build/fann"
/usr/bin/python3 micrograd.py

# tfjs from npm, where there is one.
if command -v npm >/dev/null; then
  cp tfjs.mjs "$build/"
  (cd "$build" && npm install --silent --no-fund --no-audit @tensorflow/tfjs@4.22.0 >/dev/null && node tfjs.mjs 2>/dev/null)
fi

# Debian's own interpreter, which sees Debian's packages.
/usr/bin/python3 pytorch.py "$@"

dotnet run -c Release --project .. -- xor large "$@"
