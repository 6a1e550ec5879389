#!/bin/sh
# Makes the virtual environment, also on a Debian machine whose python3 came without the venv module.
set -eu
venv=$1
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "why400 needs Python 3.11 or newer: set PYTHON=…" >&2; exit 2; }
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
      apt-get update -qq && apt-get install -y -qq python3-venv
    else
      echo "this python3 has no venv module: install it first (Debian: apt-get install python3-venv)" >&2
      exit 2
    fi
  fi
  "$python" -m venv "$venv"
fi
