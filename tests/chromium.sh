#!/usr/bin/env bash
# The browser that the journeys use: the one that is here, or Debian's, which this installs where it may.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then
    echo "Journeys use $(command -v "$name")."
    exit 0
  fi
done
install="apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium"
if [ "$(id -u)" = 0 ]; then
  echo "No Chromium here. Installing Debian's."
  DEBIAN_FRONTEND=noninteractive bash -c "$install"
elif sudo -n true 2>/dev/null; then
  echo "No Chromium here. Installing Debian's."
  sudo DEBIAN_FRONTEND=noninteractive bash -c "$install"
else
  echo "The journeys need a browser. Type this once, then run the tests again:"
  echo "  sudo apt-get install chromium"
  exit 1
fi
