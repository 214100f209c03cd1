#!/usr/bin/env bash
# Makes the pictures of the README from the program itself: bash docs/screens/make.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build --verbosity quiet Simulator
screen() {
  local name=$1 language=$2 size=$3 keys=$4
  printf '%s' "$keys" |
    dotnet run --no-build --project Simulator -- play backprop-2-2-2 --lang "$language" --keys - --size "$size" --frames last \
      --svg "docs/screens/$name.svg" >/dev/null
}
screen chain-rule en 112x36 '15l'
screen paths ko 112x36 '19l<Down>'
screen small en 80x24 ':w5+<Enter>'
screen help en 80x24 '?'
