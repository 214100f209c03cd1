#!/usr/bin/env bash
# Makes the pictures of the README from the program itself: bash docs/screens/make.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build --verbosity quiet Simulator
screen() {
  local name=$1 language=$2 size=$3 lesson=$4 keys=$5 theme=${6:-plain}
  shift $(($# < 6 ? $# : 6))
  printf '%s' "$keys" |
    dotnet run --no-build --project Simulator -- play "$lesson" --lang "$language" --theme "$theme" --keys - --size "$size" --frames last "$@" \
      --svg "docs/screens/$name.svg" >/dev/null
}
worked=backprop-2-2-2
xor=docs/examples/xor-2-2-1.yaml
screen chain-rule en 112x36 $worked '16lh'
screen paths ko 112x36 $worked '20lh<Down>'
screen small en 80x24 $worked ':w5+<Enter>'
screen palette en 80x24 $worked ':break'
screen last-flip en 112x36 $xor 'G:break<Space>prediction<Space>flips<Enter>C:watch<Space>w1<Enter>:watch<Space>loss<Enter>:show<Space>boundary<Enter>'
screen provenance en 112x36 $worked ':dE_total/dw1<Enter>pjjjxjjjjx'
screen by-hand ko 112x36 $worked 'r:E_total<Enter>'
screen lanes en 112x36 $xor ':compare<Space>optimizer<Space>=<Space>adam<Enter>:50%<Enter>:show<Space>lanes<Enter>'
screen surface en 112x36 $xor ':20%<Enter>:surface<Space>w1<Space>w5<Enter>'
screen course ko 112x36 perceptron-and 'q'
screen welcome en 80x24 $worked 'l<F3>l'
screen exercise en 112x36 $worked '15la0.10890969<Enter>'
screen class ko 112x36 $worked 'lllll' plain --class
for theme in high-contrast colour-blind light; do
  screen $theme en 80x24 $worked ':dE_total/dw1<Enter>' $theme
done
