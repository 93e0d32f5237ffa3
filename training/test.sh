#!/usr/bin/env bash
# Tests the training, and goes once through all its steps, into the TypeScript that reads the
# result. Needs Python 3.11 or newer with venv, and what `npm ci` installs.
set -euo pipefail
cd "$(dirname "$0")"

python=${POISE_PYTHON:-python3}
if ! "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
  echo "The training needs Python 3.11 or newer with venv, and \"$python\" is not that." >&2
  echo "On Debian: apt-get install python3-venv. Elsewhere: POISE_PYTHON=/path/to/python3." >&2
  exit 1
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/pip install --quiet --retries 0 --disable-pip-version-check -r requirements.txt

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
POISE_DRAWN_WORK=$work .venv/bin/python -m pytest -q -p no:cacheprovider tests
cd ..
POISE_EXPORT=$work/export/drawn npx vitest run --project node packages/vision/test/golden.test.ts
