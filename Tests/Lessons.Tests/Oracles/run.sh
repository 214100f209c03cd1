#!/usr/bin/env bash
# Runs every oracle and keeps its numbers in Numbers/: bash Tests/Lessons.Tests/Oracles/run.sh
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p Numbers
for script in *.py; do
  case $script in
    tape.py | text_classifier.py | dense_3_4_2.py) ;;
    *) python3 -B "$script" > "Numbers/${script%.py}.txt" ;;
  esac
done
