#!/usr/bin/env bash
# PostgreSQL's archive_command: archive.sh %p %f. Never overwrites, and never leaves half a file under its real name.
#
#   archive_mode = on
#   archive_timeout = 300
#   archive_command = 'ARCHIVE=/srv/backup/log /srv/platform/docs/deploy/archive.sh %p %f'
set -euo pipefail
umask 077
: "${ARCHIVE:?}"

test ! -e "$ARCHIVE/$2"
cp "$1" "$ARCHIVE/$2.half"
sync "$ARCHIVE/$2.half"
mv "$ARCHIVE/$2.half" "$ARCHIVE/$2"
